package dev.stageproof.probes.logging;

import com.google.api.gax.rpc.UnaryCallable;
import com.google.logging.v2.ListLogEntriesRequest;
import com.google.logging.v2.ListLogEntriesResponse;
import com.google.logging.v2.LogEntry;
import dev.stageproof.probes.google.Call;
import dev.stageproof.spi.UnobservedException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads the pages of entries.list one at a time. The clients' auto-paging asks as fast as it can
 * and burns the quota of 60 calls a minute.
 */
record LogPages(UnaryCallable<ListLogEntriesRequest, ListLogEntriesResponse> method, Call call) {

  /**
   * Hands over page after page until {@code wantsMore} says no. An empty page with a token is
   * normal: the API had no time to search everything and goes on from there.
   *
   * @return how many pages were read
   */
  int read(LogQuery query, Predicate<List<LogEntry>> wantsMore)
      throws UnobservedException, InterruptedException {
    if (query.tooLong()) {
      throw new UnobservedException(LogFailures.filterTooLong(query.filter().length()));
    }
    String token = "";
    for (int pages = 1; ; pages++) {
      ListLogEntriesResponse page = call.of(method, query.page(token));
      token = page.getNextPageToken();
      if (!wantsMore.test(page.getEntriesList()) || token.isEmpty()) {
        return pages;
      }
    }
  }

  /** The first entry that the query finds. */
  Optional<LogEntry> first(LogQuery query) throws UnobservedException, InterruptedException {
    FirstEntry first = new FirstEntry();
    read(query, first);
    return first.entry;
  }

  private static final class FirstEntry implements Predicate<List<LogEntry>> {
    private Optional<LogEntry> entry = Optional.empty();

    @Override
    public boolean test(List<LogEntry> page) {
      entry = page.stream().findFirst();
      return entry.isEmpty();
    }
  }
}

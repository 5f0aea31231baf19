package dev.stageproof.sandbox;

import com.google.logging.v2.ListLogEntriesRequest;
import com.google.logging.v2.ListLogEntriesResponse;
import com.google.logging.v2.LogEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Answers {@code ListLogEntries} by the rules of google/logging/v2/logging.proto.
 *
 * @see <a href="https://cloud.google.com/logging/docs/reference/v2/rest/v2/entries/list">
 *     entries.list</a>
 */
final class LoggingService {
  private static final String LIST_PERMISSION = "logging.logEntries.list";

  private static final int DEFAULT_PAGE_SIZE = 50;
  private static final int LARGEST_PAGE_SIZE = 1000;
  private static final int LONGEST_FILTER = 20_000;
  private static final int MOST_RESOURCES = 100;

  private final Scenario scenario;
  private final LogStore store;

  LoggingService(Scenario scenario, LogStore store) {
    this.scenario = scenario;
    this.store = store;
  }

  List<Rpc<?, ?>> rpcs() {
    return List.of(listLogEntries());
  }

  List<RestMethod<?, ?>> restMethods() {
    return List.of(new RestMethod<>("POST", "/v2/entries:list", listLogEntries()));
  }

  private Rpc<ListLogEntriesRequest, ListLogEntriesResponse> listLogEntries() {
    return new Rpc<>(
        Api.LOGGING,
        "google.logging.v2.LoggingServiceV2",
        "ListLogEntries",
        ListLogEntriesRequest.getDefaultInstance(),
        ListLogEntriesResponse.getDefaultInstance(),
        LIST_PERMISSION,
        request -> "projects/" + scenario.project(),
        ListLogEntriesRequest::getFilter,
        this::list);
  }

  /** One page of entries. */
  private ListLogEntriesResponse list(ListLogEntriesRequest request) {
    checkResources(request.getResourceNamesList());
    int size = pageSize(request.getPageSize());
    Comparator<LogEntry> order = order(request.getOrderBy());
    Predicate<LogEntry> filter = filter(request.getFilter());
    PageToken token = token(request);
    if (token.emptyPages() < scenario.faults().emptyPages()) {
      PageToken next = new PageToken(token.emptyPages() + 1, token.after());
      return ListLogEntriesResponse.newBuilder().setNextPageToken(next.text(request)).build();
    }
    Predicate<LogEntry> ahead =
        entry -> token.after().map(last -> order.compare(entry, last) > 0).orElse(true);
    List<LogEntry> found =
        store.readable().filter(ahead).filter(filter).sorted(order).limit(size + 1L).toList();
    return page(request, token, found, size);
  }

  private static ListLogEntriesResponse page(
      ListLogEntriesRequest request, PageToken token, List<LogEntry> found, int size) {
    if (found.size() <= size) {
      return ListLogEntriesResponse.newBuilder().addAllEntries(found).build();
    }
    List<LogEntry> page = found.subList(0, size);
    PageToken next = new PageToken(token.emptyPages(), Optional.of(page.get(size - 1)));
    return ListLogEntriesResponse.newBuilder()
        .addAllEntries(page)
        .setNextPageToken(next.text(request))
        .build();
  }

  private void checkResources(List<String> names) {
    if (names.isEmpty() || names.size() > MOST_RESOURCES) {
      throw Refusal.invalid("resource_names must name 1 to 100 resources, found " + names.size());
    }
    for (String name : names) {
      if (!name.matches("(projects|organizations|billingAccounts|folders)/[^/]+(/.+)?")) {
        throw Refusal.invalid("'" + name + "' is not a resource name such as projects/PROJECT_ID");
      }
      if (!(name + "/").startsWith("projects/" + scenario.project() + "/")) {
        throw Refusal.denied(LIST_PERMISSION, name);
      }
    }
  }

  private static int pageSize(int asked) {
    if (asked < 0 || asked > LARGEST_PAGE_SIZE) {
      throw Refusal.invalid("page_size must be 0 to " + LARGEST_PAGE_SIZE + ", found " + asked);
    }
    return asked == 0 ? DEFAULT_PAGE_SIZE : asked;
  }

  private static Comparator<LogEntry> order(String asked) {
    return switch (asked) {
      case "", "timestamp asc" -> LogStore.OLDEST_FIRST;
      case "timestamp desc" -> LogStore.NEWEST_FIRST;
      default ->
          throw Refusal.invalid(
              "order_by must be 'timestamp asc' or 'timestamp desc', found '" + asked + "'");
    };
  }

  private static Predicate<LogEntry> filter(String text) {
    if (text.length() > LONGEST_FILTER) {
      throw Refusal.invalid(
          "filter has " + text.length() + " characters, more than " + LONGEST_FILTER);
    }
    try {
      return FilterEvaluator.compile(text);
    } catch (FilterException e) {
      throw Refusal.invalid(e.describe(text));
    }
  }

  private static PageToken token(ListLogEntriesRequest request) {
    try {
      return PageToken.of(request);
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid(e.getMessage());
    }
  }
}

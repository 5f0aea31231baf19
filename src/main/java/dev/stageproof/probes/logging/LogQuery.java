package dev.stageproof.probes.logging;

import com.google.logging.v2.ListLogEntriesRequest;
import dev.stageproof.model.Window;
import dev.stageproof.observe.LogFilter;
import dev.stageproof.observe.LogReadRequest;
import dev.stageproof.observe.LogSource;

/**
 * One question to entries.list; its pages differ in the page token only.
 *
 * @param order "timestamp asc" or "timestamp desc"
 * @param pageSize 1 to 1,000, the API's own limits
 * @see <a
 *     href="https://cloud.google.com/logging/docs/reference/v2/rpc/google.logging.v2#listlogentriesrequest">ListLogEntriesRequest</a>
 */
record LogQuery(String project, String filter, String order, int pageSize) {
  private static final int LARGEST_PAGE = 1000;

  /** Everything in the request's window, oldest first, with as few calls as can be. */
  static LogQuery of(LogReadRequest request) {
    return narrowed(request, request.filter());
  }

  /** Everything that a filter of the request's own leaves, oldest first. */
  static LogQuery narrowed(LogReadRequest request, String filter) {
    return new LogQuery(request.source().project(), filter, "timestamp asc", LARGEST_PAGE);
  }

  /** True when the API would refuse the filter for its length. */
  boolean tooLong() {
    return filter.length() > LogFilter.LONGEST;
  }

  /** The newest entry of the request's revision in another window. */
  static LogQuery newest(LogReadRequest request, Window window) {
    return new LogQuery(
        request.source().project(),
        LogFilter.revision(request.source(), window),
        "timestamp desc",
        1);
  }

  /** A service's request-log entries of one user agent, whatever the revision. */
  static LogQuery mark(LogSource source, String userAgent, Window window) {
    return new LogQuery(
        source.project(), LogFilter.requestsBy(source, userAgent, window), "timestamp asc", 1);
  }

  ListLogEntriesRequest page(String token) {
    return ListLogEntriesRequest.newBuilder()
        .addResourceNames("projects/" + project)
        .setFilter(filter)
        .setOrderBy(order)
        .setPageSize(pageSize)
        .setPageToken(token)
        .build();
  }
}

package dev.stageproof.probes.logging;

import com.google.logging.v2.ListLogEntriesRequest;
import com.google.logging.v2.ListLogEntriesResponse;
import com.google.logging.v2.LogEntry;
import dev.stageproof.probes.google.LoopbackGrpc;
import dev.stageproof.spi.ProbeSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * Cloud Logging over real gRPC. Looks for the newest entry get the next of the planned answers, the
 * last one again and again, and so do looks for a marked request; the read gets the planned pages
 * by token.
 */
final class LogServer implements AutoCloseable {
  private final List<ListLogEntriesRequest> asked = new CopyOnWriteArrayList<>();
  private final List<List<LogEntry>> pages = new ArrayList<>();
  private final List<List<LogEntry>> newest = new ArrayList<>();
  private final List<List<LogEntry>> marks = new ArrayList<>();
  private final List<List<LogEntry>> traced = new ArrayList<>();
  private final LoopbackGrpc server =
      new LoopbackGrpc(
          LoopbackGrpc.unary(
              "google.logging.v2.LoggingServiceV2",
              "ListLogEntries",
              ListLogEntriesRequest.getDefaultInstance(),
              ListLogEntriesResponse.getDefaultInstance(),
              this::answer));

  LogServer page(LogEntry... entries) {
    pages.add(List.of(entries));
    return this;
  }

  LogServer newest(LogEntry... entries) {
    newest.add(List.of(entries));
    return this;
  }

  /** What the next look for a marked request's entry finds. */
  LogServer mark(LogEntry... entries) {
    marks.add(List.of(entries));
    return this;
  }

  /** What the next look for traced requests finds; the last one again and again. */
  LogServer then(LogEntry... entries) {
    traced.add(List.of(entries));
    return this;
  }

  private ListLogEntriesResponse answer(ListLogEntriesRequest request) {
    asked.add(request);
    if (looksForTraces(request) && !traced.isEmpty()) {
      return look(LogServer::looksForTraces, traced);
    }
    if (looksForNewest(request)) {
      return look(LogServer::looksForNewest, newest);
    }
    if (looksForMark(request)) {
      return look(LogServer::looksForMark, marks);
    }
    int number = request.getPageToken().isEmpty() ? 0 : Integer.parseInt(request.getPageToken());
    ListLogEntriesResponse.Builder page =
        ListLogEntriesResponse.newBuilder().addAllEntries(pages.get(number));
    return number + 1 < pages.size()
        ? page.setNextPageToken(String.valueOf(number + 1)).build()
        : page.build();
  }

  private ListLogEntriesResponse look(
      Predicate<ListLogEntriesRequest> kind, List<List<LogEntry>> planned) {
    int look = Math.toIntExact(asked.stream().filter(kind).count()) - 1;
    List<LogEntry> found = planned.get(Math.min(look, planned.size() - 1));
    return ListLogEntriesResponse.newBuilder().addAllEntries(found).build();
  }

  private static boolean looksForMark(ListLogEntriesRequest request) {
    return request.getFilter().contains("httpRequest.userAgent=\"");
  }

  private static boolean looksForTraces(ListLogEntriesRequest request) {
    return request.getFilter().contains(" AND trace=");
  }

  private static boolean looksForNewest(ListLogEntriesRequest request) {
    return request.getOrderBy().equals("timestamp desc");
  }

  List<ListLogEntriesRequest> asked() {
    return asked;
  }

  ProbeSettings settings() {
    return server.settings();
  }

  @Override
  public void close() {
    server.close();
  }
}

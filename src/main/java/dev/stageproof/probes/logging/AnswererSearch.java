package dev.stageproof.probes.logging;

import com.google.logging.v2.LogEntry;
import dev.stageproof.model.Gap;
import dev.stageproof.observe.AnswerersObservation;
import dev.stageproof.observe.AnswerersRequest;
import dev.stageproof.observe.TraceId;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Waits for the entries of some requests, as many of each as were sent. */
final class AnswererSearch {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

  /** A trace takes about 90 of the 20,000 characters of a filter. */
  private static final int TRACES_OF_A_QUERY = 100;

  private final LogPages pages;
  private final ProbeContext context;
  private final AnswerersRequest request;

  /** By the trace as it is sent. */
  private final Map<String, FoundTrace> found = new LinkedHashMap<>();

  AnswererSearch(LogPages pages, ProbeContext context, AnswerersRequest request) {
    this.pages = pages;
    this.context = context;
    this.request = request;
    for (TraceId planned : request.traces()) {
      TraceId sent = planned.attempt(context.attempt());
      found.put(sent.hex(), new FoundTrace(planned, sent, request.expected(planned)));
    }
  }

  /** What was found until everything was there or the patience ended. */
  AnswerersObservation run() throws UnobservedException, InterruptedException {
    Patience patience = Patience.of(context, request.maxLag());
    Optional<Gap> trouble = Optional.empty();
    try {
      var unused = patience.await(this::look, FIRST_PAUSE);
    } catch (UnobservedException e) {
      if (found.values().stream().allMatch(FoundTrace::untouched)) {
        throw e;
      }
      trouble = Optional.of(e.gap());
    }
    return new AnswerersObservation(
        found.values().stream().map(FoundTrace::traced).toList(), patience.waited(), trouble);
  }

  /** Present once all entries are there. */
  private Optional<Boolean> look() throws UnobservedException, InterruptedException {
    List<TraceId> pending = pending();
    for (int from = 0; from < pending.size(); from += TRACES_OF_A_QUERY) {
      int to = Math.min(pending.size(), from + TRACES_OF_A_QUERY);
      int read = pages.read(query(pending.subList(from, to)), this::addAll);
      assert read > 0;
    }
    return pending().isEmpty() ? Optional.of(true) : Optional.empty();
  }

  private List<TraceId> pending() {
    List<TraceId> pending = new ArrayList<>();
    found.values().stream()
        .filter(trace -> !trace.complete())
        .map(FoundTrace::sent)
        .forEach(pending::add);
    return pending;
  }

  private LogQuery query(List<TraceId> sent) {
    return LogQuery.all(request.source().project(), request.filter(sent));
  }

  private boolean addAll(List<LogEntry> page) {
    for (LogEntry entry : page) {
      String trace = entry.getTrace().substring(entry.getTrace().lastIndexOf('/') + 1);
      Optional.ofNullable(found.get(trace)).ifPresent(own -> own.add(entry, context.now()));
    }
    return true;
  }
}

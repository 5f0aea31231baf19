package dev.stageproof.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Every call that the sandbox received, in order of arrival. Safe for use by many threads. */
public final class CallLog {

  /**
   * A call.
   *
   * @param method the HTTP method ("GET") or the short name of the RPC ("ListLogEntries")
   * @param detail the path with its query, the filter, or the name of the resource asked for
   * @param at when it arrived, by the sandbox's clock
   */
  public record Call(Api api, String method, String detail, Instant at) {}

  private final Clock clock;
  private final List<Call> calls = new ArrayList<>();

  CallLog(Clock clock) {
    this.clock = clock;
  }

  void add(Api api, String method, String detail) {
    synchronized (calls) {
      calls.add(new Call(api, method, detail, clock.instant()));
    }
  }

  /** A snapshot of all calls so far. */
  public List<Call> all() {
    synchronized (calls) {
      return List.copyOf(calls);
    }
  }

  /** How many calls of this method have arrived, see {@link Call#method}. */
  public long count(String method) {
    return all().stream().filter(call -> call.method().equals(method)).count();
  }
}

package dev.stageproof.probes.websocket;

import dev.stageproof.observe.WebSocketObservation.Handshake;
import dev.stageproof.observe.WebSocketObservation.Session;
import dev.stageproof.observe.WebSocketRequest;
import dev.stageproof.observe.WebSocketRequest.Connection;
import dev.stageproof.probes.reach.Unreached;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** All conversations of one request: opened together, led by one thread, closed together. */
final class Meeting {

  /** How long a server has for its answer to our close. */
  private static final Duration GOODBYE = Duration.ofMillis(500);

  private final Object monitor = new Object();
  private final WebSocketRequest request;
  private final HttpUrl url;
  private final Duration limit;
  private final long deadline;
  private final List<Conversation> conversations;

  /** Opens all connections. */
  Meeting(
      WebSocketRequest request,
      HttpUrl url,
      Duration limit,
      BiFunction<Connection, WebSocketListener, WebSocket> opener) {
    this.request = request;
    this.url = url;
    this.limit = limit;
    this.deadline = System.nanoTime() + limit.toNanos();
    this.conversations =
        request.connections().stream()
            .map(
                wanted ->
                    new Conversation(
                        wanted,
                        monitor,
                        listener -> opener.apply(wanted, listener),
                        request.reconnect()))
            .toList();
  }

  /** Leads the conversations to their end; whatever happens, no connection stays open. */
  List<Session> lead() throws UnobservedException, InterruptedException {
    synchronized (monitor) {
      try {
        open();
        boolean all =
            lines().allMatch(line -> line.handshake().filter(Handshake::accepted).isPresent());
        if (all) {
          listen();
        }
        return sessions();
      } finally {
        conversations.forEach(Conversation::cancel);
      }
    }
  }

  private void open() throws UnobservedException, InterruptedException {
    while (!lines().allMatch(Line::answered)) {
      if (!await(deadline)) {
        throw unanswered();
      }
    }
    requireReached();
  }

  private UnobservedException unanswered() {
    return new UnobservedException(
        Unreached.timedOut(url, limit, ": still at the WebSocket handshake"));
  }

  private void requireReached() throws UnobservedException {
    Optional<IOException> failure = lines().flatMap(line -> line.unreached().stream()).findFirst();
    if (failure.isPresent()) {
      throw new UnobservedException(Unreached.of(failure.get(), url), failure.get());
    }
  }

  private void listen() throws UnobservedException, InterruptedException {
    long end = earlier(deadline - GOODBYE.toNanos(), after(request.listening().atMost()));
    Optional<Long> satisfied = Optional.empty();
    boolean going = true;
    while (going) {
      conversations.forEach(Conversation::advance);
      if (satisfied.isEmpty() && conversations.stream().allMatch(this::done)) {
        satisfied = Optional.of(after(request.listening().further()));
      }
      boolean ended = lines().allMatch(line -> line.ending().isPresent());
      going = !ended && await(satisfied.map(until -> earlier(until, end)).orElse(end));
    }
    requireReached();
    leave();
  }

  private boolean done(Conversation conversation) {
    return conversation.satisfied()
        && (!request.listening().untilClosed() || conversation.line().ending().isPresent());
  }

  private void leave() throws UnobservedException, InterruptedException {
    if (!lines().allMatch(Line::answered)) {
      throw unanswered();
    }
    conversations.forEach(Conversation::leave);
    long end = earlier(deadline, after(GOODBYE));
    boolean waiting = true;
    while (waiting && !lines().allMatch(Line::over)) {
      waiting = await(end);
    }
  }

  private List<Session> sessions() {
    conversations.forEach(Conversation::leave);
    return conversations.stream().map(Conversation::session).toList();
  }

  private Stream<Line> lines() {
    return conversations.stream().map(Conversation::line);
  }

  private static long after(Duration length) {
    return System.nanoTime() + length.toNanos();
  }

  private static long earlier(long one, long other) {
    return one - other < 0 ? one : other;
  }

  /** Waits for news; false when the time has come. Only with the monitor held. */
  private boolean await(long until) throws InterruptedException {
    long left = until - System.nanoTime();
    if (left <= 0) {
      return false;
    }
    TimeUnit.NANOSECONDS.timedWait(monitor, Math.max(left, TimeUnit.MILLISECONDS.toNanos(1)));
    return true;
  }
}

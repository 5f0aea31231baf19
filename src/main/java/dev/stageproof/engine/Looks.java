package dev.stageproof.engine;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.spi.Observation;
import dev.stageproof.spi.Probe;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.UnobservedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Has probes look, each equal request once per attempt, and redacts what they saw. A look that
 * outlives its deadline or the run is given up: its thread is interrupted and its answer ignored.
 */
final class Looks {
  private record Key(Request<?> request, int attempt) {}

  private final Map<Class<?>, Probe<?, ?>> probes;
  private final EngineOptions options;
  private final Clock clock;
  private final Redactor redactor;
  private final Stop stop;
  private final Workers workers;
  private final Consumer<String> telling;
  private final Map<Key, CompletableFuture<Look>> looks = new ConcurrentHashMap<>();

  Looks(
      Map<Class<?>, Probe<?, ?>> probes,
      EngineOptions options,
      Clock clock,
      Redactor redactor,
      Stop stop,
      Workers workers,
      Consumer<String> telling) {
    this.probes = probes;
    this.options = options;
    this.clock = clock;
    this.redactor = redactor;
    this.stop = stop;
    this.workers = workers;
    this.telling = telling;
  }

  /** The look that answers the request; never completes exceptionally. */
  CompletableFuture<Look> look(Request<?> request, int attempt, Duration limit) {
    return looks.computeIfAbsent(new Key(request, attempt), key -> start(key, limit));
  }

  private CompletableFuture<Look> start(Key key, Duration limit) {
    Task task = new Task(key, limit);
    Instant queued = clock.instant();
    workers.submit(task.future);
    stop.whenStopped(gap -> task.giveUp(queued, Duration.ZERO, gap));
    return task.result;
  }

  /**
   * One look on its thread. The future task makes sure that a late interrupt hits no other look.
   */
  private final class Task {
    private final Key key;
    private final Duration limit;
    private final CompletableFuture<Look> result = new CompletableFuture<>();
    private final FutureTask<Void> future = new FutureTask<>(this::run, null);

    Task(Key key, Duration limit) {
      this.key = key;
      this.limit = limit;
    }

    private void run() {
      Instant at = clock.instant();
      Future<?> alarm =
          workers.later(limit, () -> giveUp(at, limit, tooLate(key.request(), limit)));
      long began = System.nanoTime();
      Look.Answer answer = observe(key, limit);
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      alarm.cancel(false);
      result.complete(look(key, at, took, answer));
    }

    void giveUp(Instant at, Duration took, Gap gap) {
      if (result.complete(look(key, at, took, new Look.Unseen(gap)))) {
        future.cancel(true);
      }
    }
  }

  private Look.Answer observe(Key key, Duration limit) {
    Request<?> request = key.request();
    Probe<?, ?> probe = probes.get(request.getClass());
    if (probe == null) {
      return new Look.Unseen(
          Gap.of(
              GapReason.INTERNAL,
              "no probe answers requests of kind `" + request.kind() + "`",
              "put the plug-in that looks at it on the plug-in path"));
    }
    try {
      var context =
          new LookContext(
              clock,
              options.probes(),
              stop,
              key.attempt(),
              limit,
              text -> telling.accept(redactor.text(text)));
      return new Look.Seen(redactor.observation(ask(probe, request, context)));
    } catch (UnobservedException e) {
      return new Look.Unseen(e.gap());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Look.Unseen(stop.reason().orElse(tooLate(request, limit)));
    } catch (RuntimeException | Error e) {
      return new Look.Unseen(Failures.gap("looking at " + request.subject(), e));
    }
  }

  /** The probe was found by the request's class, so the types fit. */
  @SuppressWarnings("unchecked")
  private static <R extends Request<O>, O extends Observation> Observation ask(
      Probe<?, ?> probe, Request<?> request, ProbeContext context)
      throws UnobservedException, InterruptedException {
    return ((Probe<R, O>) probe).observe((R) request, context);
  }

  private Look look(Key key, Instant at, Duration took, Look.Answer answer) {
    Look.Answer safe =
        answer instanceof Look.Unseen unseen
            ? new Look.Unseen(redactor.record(unseen.gap()))
            : answer;
    return new Look(key.request(), key.attempt(), at, took, safe);
  }

  private static Gap tooLate(Request<?> request, Duration limit) {
    return Gap.of(
        GapReason.TIMED_OUT,
        "no answer within " + seconds(limit) + ": " + request.subject(),
        "find out why it does not answer, or give the check a longer `timeout`");
  }

  static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  static String seconds(Duration length) {
    long millis = length.toMillis();
    return millis % TimeUnit.SECONDS.toMillis(1) == 0
        ? TimeUnit.MILLISECONDS.toSeconds(millis) + " s"
        : millis + " ms";
  }
}

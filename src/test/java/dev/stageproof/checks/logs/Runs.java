package dev.stageproof.checks.logs;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Identity.Previous;
import dev.stageproof.model.Window;
import dev.stageproof.observe.LogFileRequest;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogReadRequest;
import dev.stageproof.observe.LogSource;
import dev.stageproof.observe.Watermarking.How;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.Observation;
import dev.stageproof.spi.Observations;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Sight;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Runs in which log checks are planned and evaluated. */
public final class Runs {
  public static final String REVISION = "netra-backend-staging-00640-wob";
  public static final String PREVIOUS = "netra-backend-staging-00639-qar";
  public static final Instant PREVIOUS_AT = Instant.parse("2025-09-15T06:00:00Z");
  public static final ReadSettings LIVE =
      new ReadSettings(
          Optional.empty(), Optional.empty(), How.REQUEST, Duration.ofMinutes(2), 50_000);
  public static final ReadSettings UNPROVEN =
      new ReadSettings(Optional.empty(), Optional.empty(), How.OFF, Duration.ofMinutes(2), 50_000);
  public static final ReadSettings EXPORT = export(Optional.empty());
  public static final BaselineSettings BEFORE =
      new BaselineSettings(
          Optional.of("previous"),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
  public static final LogSource SOURCE =
      new LogSource("netra-staging", "us-central1", "netra-backend-staging", REVISION);

  private Runs() {}

  /** What was seen of the log under test, and of any other. */
  public record Seen(LogReadObservation after, Optional<LogReadObservation> before)
      implements Observations {
    @Override
    public <O extends Observation> Sight<O> sight(Request<O> request) {
      boolean tested =
          request instanceof LogReadRequest read
              ? read.source().revision().equals(REVISION)
              : request instanceof LogFileRequest file
                  && !file.revision().equals(Optional.of(PREVIOUS));
      return new Sight.Seen<>(
          request.observationType().cast(tested ? after : before.orElseThrow()));
    }
  }

  public static Seen seen(SampleLog after) {
    return new Seen(after.seen(), Optional.empty());
  }

  public static Seen seen(SampleLog after, SampleLog before) {
    return new Seen(after.seen(), Optional.of(before.seen()));
  }

  public static ReadSettings export(Optional<String> revision) {
    return new ReadSettings(
        Optional.of("logs/export.jsonl"), revision, How.REQUEST, Duration.ofMinutes(2), 50_000);
  }

  public static CheckContext known(Instant deployedAt, boolean withPrevious) {
    Optional<Previous> previous =
        withPrevious
            ? Optional.of(new Previous(PREVIOUS, PREVIOUS_AT, Optional.empty()))
            : Optional.empty();
    return known(deployedAt, previous, Optional.empty());
  }

  /** It is not known whether the revision has replaced another one. */
  public static CheckContext withoutPrevious(Gap why) {
    return known(SampleLog.START, Optional.empty(), Optional.of(why));
  }

  private static CheckContext known(
      Instant deployedAt, Optional<Previous> previous, Optional<Gap> previousGap) {
    Identity identity =
        new Identity(
            "netra-staging",
            "us-central1",
            "netra-backend-staging",
            REVISION,
            "latest-ready",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            deployedAt,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(new Identity.Share(REVISION, 100, Optional.empty(), Optional.empty())),
            true,
            previous,
            previousGap);
    return context(
        new CheckContext.Known(identity), Optional.of(new Window(SampleLog.START, SampleLog.END)));
  }

  /** The revision was deployed when the window starts, and replaced another one. */
  public static CheckContext usual() {
    return known(SampleLog.START, true);
  }

  public static CheckContext first() {
    return known(SampleLog.START, false);
  }

  public static CheckContext unknown(GapReason reason) {
    return context(
        new CheckContext.Unknown(Gap.of(reason, "not known", "make it known")), Optional.empty());
  }

  public static CheckContext context(CheckContext.Resolved target, Optional<Window> window) {
    return new CheckContext(
        SampleLog.END,
        target,
        Optional.of("https://staging.example.com"),
        window,
        Path.of("/acme/config"),
        Duration.ofSeconds(20));
  }
}

package dev.stageproof.checks.logs;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Identity.Previous;
import dev.stageproof.model.Window;
import dev.stageproof.observe.Access;
import dev.stageproof.observe.LogFileRequest;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogReadRequest;
import dev.stageproof.observe.LogSource;
import dev.stageproof.observe.RecordedLogRequest;
import dev.stageproof.observe.Watermarking;
import dev.stageproof.observe.Watermarking.How;
import dev.stageproof.spi.CheckContext;
import java.time.Duration;
import java.util.Optional;

/** Finds out which logs a check has to read in this run. */
record Sources(ReadSettings read, LogQuestions questions, CheckContext context) {

  /** What lies in the past has long been ingested; nothing is waited for. */
  private static final Watermarking SETTLED =
      new Watermarking(How.OFF, Duration.ZERO, Optional.empty(), false);

  /** Why the log of the revision under test can't be read. */
  Optional<Gap> gap() {
    Optional<Gap> unknown =
        context.target() instanceof CheckContext.Unknown target
            ? Optional.of(target.gap())
            : Optional.empty();
    if (read.file().isPresent()) {
      return unknown.filter(
          why -> why.reason() != GapReason.UNKNOWN_TARGET && read.revision().isEmpty());
    }
    return unknown.or(
        () -> context.window().isEmpty() ? Optional.of(timeless()) : Optional.empty());
  }

  private Gap timeless() {
    return context.onBaseline()
        ? Gap.of(
            GapReason.UNKNOWN_TARGET,
            "the baseline has not lived long enough to have a log that is settled",
            "name another revision with --baseline, or run again a little later")
        : Gap.of(
            GapReason.UNKNOWN_TARGET,
            "no window of time to search the log in",
            "give `window.since` in the configuration, or --since");
  }

  /** The revision whose log is read while it grows; empty for an export. */
  Optional<Identity> live() {
    return read.file().isPresent() ? Optional.empty() : identity();
  }

  /** The log of the revision under test; only without a {@link #gap()}. */
  AskedLog tested() {
    return read.file()
        .map(name -> export(name, read.revision().or(this::revision), Optional.empty()))
        .orElseGet(
            () -> log(identity().orElseThrow().revision(), context.window().orElseThrow(), mark()));
  }

  /** The log to compare with; empty when there is none, which {@link #noBaseline()} explains. */
  Optional<AskedLog> baseline(BaselineSettings settings) {
    Optional<String> export = settings.file().or(read::file);
    Optional<Previous> previous = settings.isPrevious() ? previous() : Optional.empty();
    if (settings.isPrevious() && previous.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> name = previous.map(Previous::revision).or(settings::revision);
    if (settings.record().isPresent()) {
      return Optional.of(recorded(settings.record().get(), name));
    }
    if (export.isPresent()) {
      return Optional.of(export(export.get(), name, settings.window()));
    }
    Window window = settings.window().orElseGet(() -> lifeOf(previous.orElseThrow()));
    return Optional.of(log(name.or(this::revision).orElseThrow(), window, SETTLED));
  }

  /** Why there is nothing to compare with. */
  Gap noBaseline() {
    return identity()
        .flatMap(Identity::previousGap)
        .map(Sources::unknown)
        .orElseGet(
            () ->
                Gap.of(
                    GapReason.NOT_FOUND,
                    "there is no previous revision",
                    "give `baseline` a `revision` with `from` and `to`, or a `file`, or a `record`"));
  }

  /** Not to be taken for a service's first revision. */
  private static Gap unknown(Gap why) {
    return new Gap(
        why.reason(),
        "the previous revision is not known: " + why.message(),
        why.settle(),
        why.permission());
  }

  private Optional<Previous> previous() {
    return identity()
        .flatMap(
            identity ->
                identity
                    .previous()
                    .filter(other -> other.deployedAt().isBefore(identity.deployedAt())));
  }

  /** From its own deployment until the one under test replaced it. */
  private Window lifeOf(Previous previous) {
    return new Window(previous.deployedAt(), identity().orElseThrow().deployedAt());
  }

  private AskedLog log(String revision, Window window, Watermarking watermarking) {
    Identity tested = identity().orElseThrow();
    LogSource source = new LogSource(tested.project(), tested.region(), tested.service(), revision);
    return new AskedLog(
        revision, new LogReadRequest(source, window, questions, read.maxEntries(), watermarking));
  }

  private AskedLog export(String name, Optional<String> revision, Optional<Window> window) {
    boolean stdin = name.equals(ReadSettings.STDIN);
    String path = stdin ? name : path(name);
    String shown = stdin ? "standard input" : name;
    String source = revision.map(of -> of + " in " + shown).orElse(shown);
    return new AskedLog(source, new LogFileRequest(path, revision, window, questions));
  }

  private AskedLog recorded(String name, Optional<String> revision) {
    String source = revision.map(of -> of + " in " + name).orElse(name);
    return new AskedLog(source, new RecordedLogRequest(path(name), revision, questions));
  }

  private String path(String name) {
    return context.directory().toAbsolutePath().resolve(name).normalize().toString();
  }

  private Watermarking mark() {
    if (context.onBaseline()) {
      return SETTLED;
    }
    Optional<String> url =
        read.watermark() == How.REQUEST ? context.serviceUrl() : Optional.empty();
    boolean untilNow =
        context.window().filter(window -> window.end().equals(context.now())).isPresent();
    Access access = url.map(to -> Access.planned(context, to)).orElse(Access.none());
    return new Watermarking(read.watermark(), read.maxLag(), url, access, untilNow);
  }

  /** On a baseline: whether its window lies so far back that nothing of it is still to come. */
  Optional<Assertion> settled() {
    return context.onBaseline() && read.file().isEmpty()
        ? context
            .window()
            .map(window -> IngestionRule.settled(window, context.now(), read.maxLag()))
        : Optional.empty();
  }

  private Optional<String> revision() {
    return identity().map(Identity::revision);
  }

  private Optional<Identity> identity() {
    return context.target() instanceof CheckContext.Known known
        ? Optional.of(known.identity())
        : Optional.empty();
  }
}

package dev.stageproof.gate;

import static java.util.function.Predicate.not;

import dev.stageproof.config.ConfigText;
import dev.stageproof.engine.Redactor;
import dev.stageproof.engine.Session;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.report.ReportFiles;
import dev.stageproof.spi.Observation;
import dev.stageproof.spi.Probe;
import dev.stageproof.spi.RunListener;
import dev.stageproof.spi.Sight;
import dev.stageproof.spi.Suggestion;
import dev.stageproof.spi.TargetSettings;
import dev.stageproof.spi.TargetType;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The use case of {@code init}: a first configuration, made from the live service. */
public final class Initialization {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Trouble that says nothing against the names; after it, a start without a look is of use. */
  private static final Set<GapReason> PASSING =
      Set.of(
          GapReason.NO_CREDENTIALS,
          GapReason.NO_PERMISSION,
          GapReason.UNREACHABLE,
          GapReason.TIMED_OUT,
          GapReason.QUOTA);

  private final Catalog catalog;
  private final ValidationOptions options;
  private final Clock clock;

  /**
   * @param options the configuration file to write, and how Google is reached
   */
  public Initialization(Catalog catalog, ValidationOptions options, Clock clock) {
    this.catalog = catalog;
    this.options = options;
    this.clock = clock;
  }

  /**
   * A configuration that was read back without a problem.
   *
   * @param text the file's text; empty when the service is known not to be there
   * @param checks how many checks are to be run
   * @param open ids of the checks that only a person can complete
   * @param unseen why the service could not be looked at
   */
  public record Drafted(
      Optional<String> text, int checks, List<String> open, Optional<Gap> unseen) {}

  /**
   * Looks at the service and drafts a configuration for it.
   *
   * @throws UsageException when an endpoint or a name can't be used
   */
  public Drafted draft(TargetSettings target) throws UsageException {
    return draft(type(), target);
  }

  private TargetType<?> type() throws UsageException {
    return catalog
        .targetType()
        .orElseThrow(
            () ->
                new UsageException(
                    "no target type is at hand; reinstall stageproof, its service files are"
                        + " missing"));
  }

  /**
   * The configuration of a service that was not looked at.
   *
   * @throws UsageException when an endpoint or a name can't be used
   */
  Setup starter(TargetSettings target) throws UsageException {
    return Setup.of(catalog, options, text(target, type().suggest(Optional.empty())));
  }

  private <O extends Observation> Drafted draft(TargetType<O> type, TargetSettings target)
      throws UsageException {
    Sight<O> sight = look(type, target, starter(target));
    Suggestion.Set suggested = type.suggest(sight.seen());
    String text = text(target, suggested);
    int checks = Setup.of(catalog, options, text).config().checks().size();
    boolean worth = sight.gap().map(gap -> PASSING.contains(gap.reason())).orElse(true);
    return new Drafted(
        Optional.of(text).filter(whole -> worth),
        checks,
        suggested.checks().stream().filter(not(Suggestion::complete)).map(Suggestion::id).toList(),
        sight.gap());
  }

  private <O extends Observation> Sight<O> look(
      TargetType<O> type, TargetSettings target, Setup setup) throws UsageException {
    List<Probe<?, ?>> probes = catalog.probes();
    Redactor nothing = new Redactor(List.of());
    try (var session = new Session(probes, setup.engine(), clock, nothing, RunListener.none())) {
      return session.look(type.plan(target), 1, LIMIT);
    } finally {
      probes.forEach(Probe::close);
    }
  }

  private String text(TargetSettings target, Suggestion.Set suggested) {
    List<String> header =
        List.of(
            "Written by `" + options.command() + "`",
            "on " + MINUTE.format(clock.instant()) + ", from " + suggested.origin() + ".",
            "It is yours now: correct what is not meant to stay as it is.");
    return ConfigText.of(header, target, suggested);
  }

  /**
   * Refuses to lose a file, before anybody is asked.
   *
   * @throws UsageException when the file exists and may not be replaced
   */
  public static void requireFree(Path file, boolean replace) throws UsageException {
    if (Files.exists(file) && !replace) {
      throw new UsageException(
          "`"
              + file
              + "` exists and was left as it is; name another file with -o, print the"
              + " configuration with -o -, or replace it with --force");
    }
  }

  /**
   * Writes the file, whole or not at all.
   *
   * @throws UsageException when the file exists and may not be replaced
   * @throws ReportException when the folder or the disk refuses
   */
  public static void write(Path file, String text, boolean replace)
      throws UsageException, ReportException {
    try {
      if (replace) {
        ReportFiles.writeOver(file, out -> out.append(text));
      } else {
        ReportFiles.writeNew(file, out -> out.append(text));
      }
    } catch (FileAlreadyExistsException e) {
      requireFree(file, false);
      throw new ReportException("`" + file + "` appeared and vanished meanwhile; run again", e);
    } catch (IOException e) {
      throw new ReportException(
          "the configuration can't be written to `"
              + file
              + "`: "
              + e.getMessage()
              + "; name another file with -o, or print it with -o -",
          e);
    }
  }
}

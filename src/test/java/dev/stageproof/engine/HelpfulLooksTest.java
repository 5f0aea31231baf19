package dev.stageproof.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.engine.Looking.WordObservation;
import dev.stageproof.engine.Looking.WordProbe;
import dev.stageproof.engine.Looking.WordRequest;
import dev.stageproof.engine.Looking.WordSettings;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Severity;
import dev.stageproof.spi.Check;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.CheckSettings;
import dev.stageproof.spi.CheckSettings.Retry;
import dev.stageproof.spi.CheckType;
import dev.stageproof.spi.Observations;
import dev.stageproof.spi.Probe;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.ProbeSettings;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.RunListener;
import dev.stageproof.spi.UnobservedException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Looks that a check can do without: when they are made, and for whom. */
@Timeout(30)
class HelpfulLooksTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final List<Duration> limits = new CopyOnWriteArrayList<>();

  /** Helps at several places at once. */
  record Help(List<String> places) implements Request<WordObservation> {
    @Override
    public String kind() {
      return "help";
    }

    @Override
    public String subject() {
      return "help at " + places;
    }

    @Override
    public Class<WordObservation> observationType() {
      return WordObservation.class;
    }

    @Override
    public List<String> reproduce() {
      return List.of("help " + places);
    }

    @Override
    public Duration patience() {
      return PATIENCE;
    }

    @Override
    public Optional<Request<WordObservation>> mergedWith(Request<?> other) {
      return other instanceof Help help
          ? Optional.of(
              new Help(
                  Stream.concat(places.stream(), help.places.stream())
                      .distinct()
                      .sorted()
                      .toList()))
          : Optional.empty();
    }
  }

  private final class HelpProbe implements Probe<Help, WordObservation> {
    @Override
    public Class<Help> requestType() {
      return Help.class;
    }

    @Override
    public WordObservation observe(Help request, ProbeContext context) {
      seen.add(request.places() + " " + context.attempt());
      limits.add(context.remaining());
      return new WordObservation("help");
    }
  }

  private static final class HelpedCheck implements CheckType<WordSettings> {
    @Override
    public String name() {
      return "helped";
    }

    @Override
    public String title() {
      return "Helped";
    }

    @Override
    public Class<WordSettings> settingsType() {
      return WordSettings.class;
    }

    @Override
    public CheckPlan plan(WordSettings settings, CheckContext context) {
      return new CheckPlan.Ask(
          List.of(new WordRequest(settings.place(), false)),
          List.of(new Help(List.of(settings.place()))));
    }

    @Override
    public Evaluation evaluate(WordSettings settings, CheckContext context, Observations looks) {
      String word = looks.of(new WordRequest(settings.place(), false)).word();
      boolean helped = looks.sight(new Help(List.of(settings.place()))).seen().isPresent();
      return Evaluation.of(
          word, List.of(Assertion.of("word", "yes", word, helped && word.equals("yes"))));
    }
  }

  private static Check<?> check(String place, Optional<Retry> retry) {
    var common =
        new CheckSettings(
            place,
            Optional.empty(),
            Optional.empty(),
            Severity.BLOCKING,
            List.of(),
            Optional.of(Duration.ofSeconds(2)),
            retry,
            Optional.empty());
    return new Check<>(common, new HelpedCheck(), new WordSettings(place, "yes", false));
  }

  private Results run(Looking.Eye eye, Check<?>... checks) {
    List<Probe<?, ?>> probes = List.of(new WordProbe(eye), new HelpProbe());
    EngineOptions options =
        new EngineOptions(
            4,
            Duration.ofSeconds(20),
            false,
            false,
            ProbeSettings.at(ProbeSettings.Endpoints.google()));
    CheckContext context =
        new CheckContext(
            Instant.EPOCH,
            new CheckContext.Unknown(Gap.of(GapReason.UNKNOWN_TARGET, "none", "name one")),
            Optional.empty(),
            Optional.empty(),
            Path.of("/"),
            Duration.ofSeconds(20));
    try (var session =
        new Session(
            probes, options, Clock.systemUTC(), new Redactor(List.of()), RunListener.none())) {
      return session.run(List.of(checks), context, check -> Optional.empty());
    }
  }

  @Test
  void theyAreMadeOnceForAllChecksAfterWhatTheFirstOneNeedsWasSeen() {
    run(
        (request, context) -> {
          seen.add(request.place());
          return "yes";
        },
        check("door", Optional.empty()),
        check("wall", Optional.empty()));

    assertThat(seen).containsExactlyInAnyOrder("door", "wall", "[door, wall] 1");
    assertThat(seen.get(0)).isIn("door", "wall");
  }

  @Test
  void theyAreNotMadeForACheckThatIsOpenAnyway() {
    Results results =
        run(
            (request, context) -> {
              throw new UnobservedException(Gap.of(GapReason.UNREACHABLE, "dark", "light"));
            },
            check("door", Optional.empty()));

    assertThat(seen).isEmpty();
    assertThat(results.checks().get(0).gap()).map(Gap::message).contains("dark");
    assertThat(results.checks().get(0).reproduce()).containsExactly("look door");
  }

  @Test
  void aCheckThatLooksAgainDoesSoForItself() {
    run(
        (request, context) ->
            request.place().equals("wall") && context.attempt() == 1 ? "no" : "yes",
        check("door", Optional.empty()),
        check("wall", Optional.of(new Retry(Duration.ofSeconds(10), Duration.ofMillis(1)))));

    assertThat(seen).containsExactly("[door, wall] 1", "[wall] 2");
  }

  @Test
  void theirPatienceIsAddedToTheirOwnLimitAlone() {
    run(
        (request, context) -> {
          assertThat(context.remaining()).isLessThanOrEqualTo(Duration.ofSeconds(2));
          return "yes";
        },
        check("door", Optional.empty()));

    assertThat(limits)
        .singleElement()
        .satisfies(
            limit -> assertThat(limit).isBetween(PATIENCE, PATIENCE.plus(Duration.ofSeconds(2))));
  }
}

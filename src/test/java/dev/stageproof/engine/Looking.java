package dev.stageproof.engine;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Doc;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Severity;
import dev.stageproof.spi.Check;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.CheckSettings;
import dev.stageproof.spi.CheckType;
import dev.stageproof.spi.Observation;
import dev.stageproof.spi.Observations;
import dev.stageproof.spi.Probe;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.UnobservedException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A small plug-in for the engine's tests: a check type that looks at words, and its probe. */
final class Looking {
  private Looking() {}

  /** What a probe does when it is asked. */
  interface Eye {
    String see(WordRequest request, ProbeContext context)
        throws UnobservedException, InterruptedException;
  }

  record WordRequest(String place, boolean executes) implements Request<WordObservation> {
    @Override
    public String kind() {
      return "word";
    }

    @Override
    public String subject() {
      return "the word at " + place;
    }

    @Override
    public Class<WordObservation> observationType() {
      return WordObservation.class;
    }

    @Override
    public List<String> reproduce() {
      return List.of("look " + place);
    }

    @Override
    public List<String> reproduce(WordObservation seen) {
      return List.of("look " + place + " for " + seen.word());
    }
  }

  record WordObservation(String word) implements Observation {}

  /** Counts how often it looks. */
  static final class WordProbe implements Probe<WordRequest, WordObservation> {
    final AtomicInteger looks = new AtomicInteger();
    private final Eye eye;

    WordProbe(Eye eye) {
      this.eye = eye;
    }

    @Override
    public Class<WordRequest> requestType() {
      return WordRequest.class;
    }

    @Override
    public WordObservation observe(WordRequest request, ProbeContext context)
        throws UnobservedException, InterruptedException {
      looks.incrementAndGet();
      return new WordObservation(eye.see(request, context));
    }
  }

  /**
   * @param place where to look; "nowhere" makes planning throw
   * @param expected the word; "throw" makes evaluation throw
   */
  record WordSettings(
      @Doc("Where to look.") String place,
      @Doc("The word to see.") String expected,
      @Doc(value = "Whether it counts as running a program.", def = "false") boolean executes) {}

  static final class WordCheck implements CheckType<WordSettings> {
    @Override
    public String name() {
      return "word";
    }

    @Override
    public String title() {
      return "Words";
    }

    @Override
    public Class<WordSettings> settingsType() {
      return WordSettings.class;
    }

    @Override
    public CheckPlan plan(WordSettings settings, CheckContext context) {
      if (settings.place().equals("nowhere")) {
        throw new IllegalStateException("can't plan nowhere");
      }
      return CheckPlan.ask(new WordRequest(settings.place(), settings.executes()));
    }

    @Override
    public Evaluation evaluate(
        WordSettings settings, CheckContext context, Observations observations) {
      if (settings.expected().equals("throw")) {
        throw new IllegalStateException("can't think");
      }
      String seen = observations.of(new WordRequest(settings.place(), settings.executes())).word();
      boolean holds = seen.equals(settings.expected());
      return Evaluation.of(
          "saw " + seen, List.of(Assertion.of("word", settings.expected(), seen, holds)));
    }
  }

  static Check<?> check(String id, String place, String expected) {
    return check(id, new WordSettings(place, expected, false), Severity.BLOCKING, Optional.empty());
  }

  static Check<?> check(
      String id, WordSettings settings, Severity severity, Optional<CheckSettings.Retry> retry) {
    var common =
        new CheckSettings(
            id,
            Optional.empty(),
            Optional.empty(),
            severity,
            List.of(),
            Optional.of(Duration.ofSeconds(2)),
            retry,
            Optional.empty());
    return new Check<>(common, new WordCheck(), settings);
  }
}

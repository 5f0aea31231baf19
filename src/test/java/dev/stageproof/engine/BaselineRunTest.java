package dev.stageproof.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.engine.Looking.WordProbe;
import dev.stageproof.engine.Looking.WordRequest;
import dev.stageproof.engine.Looking.WordSettings;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Evidence;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Severity;
import dev.stageproof.spi.Check;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckContext.Known;
import dev.stageproof.spi.CheckContext.Role;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.CheckSettings;
import dev.stageproof.spi.CheckSettings.Retry;
import dev.stageproof.spi.CheckType;
import dev.stageproof.spi.Observations;
import dev.stageproof.spi.ProbeSettings;
import dev.stageproof.spi.RunListener;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The same checks on another revision, beside those of the run. */
@Timeout(30)
class BaselineRunTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

  /** Looks at its place on the revision that it is meant for; "hidden" is not on the baseline. */
  private static final class RevisionWord implements CheckType<WordSettings> {
    @Override
    public String name() {
      return "revision-word";
    }

    @Override
    public String title() {
      return "Words of a revision";
    }

    @Override
    public Class<WordSettings> settingsType() {
      return WordSettings.class;
    }

    @Override
    public CheckPlan plan(WordSettings settings, CheckContext context) {
      return settings.place().equals("hidden") && context.onBaseline()
          ? CheckPlan.impossible(context.noAddress())
          : CheckPlan.ask(request(settings, context));
    }

    @Override
    public Evaluation evaluate(
        WordSettings settings, CheckContext context, Observations observations) {
      String seen = observations.of(request(settings, context)).word();
      boolean holds = seen.equals(settings.expected());
      return Evaluation.of(
          "saw " + seen, List.of(Assertion.of("word", settings.expected(), seen, holds)));
    }

    private static WordRequest request(WordSettings settings, CheckContext context) {
      String revision = ((Known) context.target()).identity().revision();
      return new WordRequest(settings.place() + "@" + revision, settings.executes());
    }
  }

  /** Keeps what it is told. */
  private static final class Ear implements RunListener {
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void planned(int checks) {
      heard.add("planned " + checks);
    }

    @Override
    public void finished(
        String check, Severity severity, Outcome outcome, String headline, Duration took) {
      heard.add(check + " " + outcome);
    }

    @Override
    public void compared(String check, Outcome outcome, String headline, Duration took) {
      heard.add(check + " there " + outcome);
    }
  }

  @Test
  void eachSideHasItsOwnOutcomesAndEvidence() {
    WordProbe probe =
        new WordProbe((request, context) -> request.place().equals("door@new") ? "no" : "yes");

    Compared compared = run(probe, options(16, false), check("a", "door"));

    assertThat(outcomes(compared.tested())).containsExactly(Outcome.FAIL);
    assertThat(outcomes(compared.baseline())).containsExactly(Outcome.PASS);
    assertThat(compared.tested().evidence()).extracting(Evidence::id).containsExactly("e1");
    assertThat(compared.baseline().evidence()).extracting(Evidence::id).containsExactly("b1");
    assertThat(compared.baseline().evidence().get(0).subject()).isEqualTo("the word at door@old");
  }

  @Test
  void bothSidesAreObservedSideBySide() {
    CountDownLatch both = new CountDownLatch(2);
    WordProbe probe =
        new WordProbe(
            (request, context) -> {
              both.countDown();
              both.await();
              return "yes";
            });

    Compared compared = run(probe, options(16, false), check("a", "door"));

    assertThat(outcomes(compared.baseline())).containsExactly(Outcome.PASS);
  }

  @Test
  void aCheckThatNeedsTheSameOfBothIsNotRunAgain() {
    WordProbe probe = new WordProbe((request, context) -> "yes");

    Compared compared = run(probe, options(16, false), Looking.check("a", "door", "yes"));

    assertThat(probe.looks).hasValue(1);
    assertThat(compared.baseline().checks()).isEmpty();
    assertThat(compared.baseline().evidence()).isEmpty();
  }

  @Test
  void aProgramIsRunForTheRevisionUnderTestOnly() {
    WordProbe probe = new WordProbe((request, context) -> "yes");
    Check<?> check = check("a", new WordSettings("door", "yes", true), Optional.empty());

    Compared compared = run(probe, options(16, true), check);

    assertThat(probe.looks).hasValue(1);
    CheckResult there = compared.baseline().checks().get(0);
    assertThat(there.outcome()).isEqualTo(Outcome.SKIPPED);
    assertThat(there.gap().orElseThrow().message())
        .isEqualTo("it runs a program, and programs are run for the revision under test only");
  }

  @Test
  void aCheckThatCanNotBePlannedThereSaysWhy() {
    WordProbe probe = new WordProbe((request, context) -> "yes");

    Compared compared = run(probe, options(16, false), check("a", "hidden"));

    CheckResult there = compared.baseline().checks().get(0);
    assertThat(there.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(there.gap().orElseThrow().message())
        .isEqualTo("revision old has no address of its own: no tag leads to it");
    assertThat(there.gap().orElseThrow().settle())
        .isEqualTo(
            "give it a tag, which moves no traffic: `gcloud run services update-traffic backend"
                + " --region=us-central1 --project=acme --update-tags=rev-old=old`, then run again.");
  }

  @Test
  void aCheckIsTriedOnceOnTheBaseline() {
    WordProbe probe = new WordProbe((request, context) -> "no");
    Retry retry = new Retry(Duration.ofMillis(200), Duration.ofMillis(10));
    Check<?> check = check("a", new WordSettings("door", "yes", false), Optional.of(retry));

    Compared compared = run(probe, options(16, false), check);

    assertThat(compared.tested().checks().get(0).attempts()).hasSizeGreaterThan(1);
    assertThat(compared.baseline().checks().get(0).attempts()).hasSize(1);
  }

  @Test
  void aFailureOnTheBaselineStopsNothing() {
    WordProbe probe =
        new WordProbe(
            (request, context) -> {
              context.pause(Duration.ofMillis(request.place().endsWith("@new") ? 60 : 0));
              return request.place().endsWith("@new") ? "yes" : "no";
            });
    var failFast =
        new EngineOptions(
            16,
            Duration.ofSeconds(20),
            false,
            true,
            ProbeSettings.at(ProbeSettings.Endpoints.google()));

    Compared compared = run(probe, failFast, check("a", "door"), check("b", "wall"));

    assertThat(outcomes(compared.tested())).containsExactly(Outcome.PASS, Outcome.PASS);
    assertThat(outcomes(compared.baseline())).containsExactly(Outcome.FAIL, Outcome.FAIL);
  }

  @Test
  void theEndOfTheRunEndsTheBaselineAsWell() {
    WordProbe probe =
        new WordProbe(
            (request, context) -> {
              if (request.place().endsWith("@old")) {
                new CountDownLatch(1).await();
              }
              return "no";
            });
    var failFast =
        new EngineOptions(
            16,
            Duration.ofSeconds(20),
            false,
            true,
            ProbeSettings.at(ProbeSettings.Endpoints.google()));

    Compared compared = run(probe, failFast, check("a", "door"));

    assertThat(outcomes(compared.tested())).containsExactly(Outcome.FAIL);
    assertThat(outcomes(compared.baseline()).get(0).settled()).isFalse();
    assertThat(compared.baseline().checks().get(0).gap().orElseThrow().message())
        .isEqualTo("the run stopped at the first blocking failure, `a`");
  }

  @Test
  void noMoreLooksAreUnderWayThanJobsOnBothSidesTogether() {
    var most = new AtomicInteger();
    var now = new AtomicInteger();
    WordProbe probe =
        new WordProbe(
            (request, context) -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              context.pause(Duration.ofMillis(20));
              now.decrementAndGet();
              return "yes";
            });

    run(probe, options(1, false), check("a", "door"), check("b", "wall"));

    assertThat(most).hasValue(1);
  }

  @Test
  void aLookForTheBaselineItselfIsItsEvidence() {
    WordProbe probe = new WordProbe((request, context) -> "yes");
    try (Session session = session(probe, options(16, false), RunListener.none())) {
      var request = new WordRequest("door@old", false);
      session.baseline().look(request, 1, Duration.ofSeconds(2));
      Compared compared = run(session, check("a", "door"));

      assertThat(probe.looks).hasValue(2);
      assertThat(compared.baseline().evidence()).extracting(Evidence::id).containsExactly("b1");
      assertThat(compared.tested().evidence()).extracting(Evidence::id).containsExactly("e1");
    }
  }

  @Test
  void whoFollowsTheRunHearsOfTheBaselineApart() {
    WordProbe probe = new WordProbe((request, context) -> "yes");
    Ear ear = new Ear();
    try (Session session = session(probe, options(16, false), ear)) {
      run(session, check("a", "door"));
    }

    assertThat(ear.heard).containsExactlyInAnyOrder("planned 1", "a PASS", "a there PASS");
  }

  private static Compared run(WordProbe probe, EngineOptions options, Check<?>... checks) {
    try (Session session = session(probe, options, RunListener.none())) {
      return run(session, checks);
    }
  }

  private static Compared run(Session session, Check<?>... checks) {
    return session.run(
        List.of(checks),
        context("new", Role.TESTED),
        Optional.of(context("old", Role.BASELINE)),
        check -> Optional.empty());
  }

  private static Session session(WordProbe probe, EngineOptions options, RunListener listener) {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    return new Session(List.of(probe), options, clock, new Redactor(List.of()), listener);
  }

  private static EngineOptions options(int jobs, boolean allowExec) {
    return new EngineOptions(
        jobs,
        Duration.ofSeconds(20),
        allowExec,
        false,
        ProbeSettings.at(ProbeSettings.Endpoints.google()));
  }

  private static Check<?> check(String id, String place) {
    return check(id, new WordSettings(place, "yes", false), Optional.empty());
  }

  private static Check<?> check(String id, WordSettings settings, Optional<Retry> retry) {
    CheckSettings common = Looking.check(id, settings, Severity.BLOCKING, retry).common();
    return new Check<>(common, new RevisionWord(), settings);
  }

  private static CheckContext context(String revision, Role role) {
    Identity identity =
        new Identity(
            "acme",
            "us-central1",
            "backend",
            revision,
            revision,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            NOW,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            true,
            Optional.empty(),
            Optional.empty());
    return new CheckContext(
        NOW,
        new Known(identity, role),
        Optional.empty(),
        Optional.empty(),
        Path.of(""),
        Duration.ofSeconds(2));
  }

  private static List<Outcome> outcomes(Results results) {
    return results.checks().stream().map(CheckResult::outcome).toList();
  }
}

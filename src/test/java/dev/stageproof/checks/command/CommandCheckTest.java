package dev.stageproof.checks.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.checks.programs.RunSettings;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.Metric;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Unit;
import dev.stageproof.observe.PathExpression;
import dev.stageproof.observe.ProcessObservation;
import dev.stageproof.observe.ProcessRequest;
import dev.stageproof.observe.RecordedMetricObservation;
import dev.stageproof.observe.Regex;
import dev.stageproof.probes.Deadline;
import dev.stageproof.probes.process.ProcessProbe;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.Observation;
import dev.stageproof.spi.Observations;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Sight;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The check with real programs. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell scripts")
@Timeout(60)
class CommandCheckTest {

  private static final CommandCheck CHECK = new CommandCheck();
  private static final Gap NO_RECORD = Gap.of(GapReason.NOT_FOUND, "no record", "make one");

  @TempDir Path folder;

  @Test
  void anExpectedExitCodePassesAndAnotherFails() throws Exception {
    assertThat(run("exit 3", List.of(0, 3)).outcome()).isEqualTo(Outcome.PASS);

    Evaluation other = run("exit 4", List.of(0, 3));
    assertThat(other.assertions()).containsExactly(Assertion.of("exit code", "0 or 3", "4", false));
    assertThat(other.headline()).isEqualTo("exit code 4; exit code: expected 0 or 3");
  }

  @Test
  void aProgramThatTheShellDoesNotFindIsInconclusive() throws Exception {
    Evaluation result = run("no-such-program-anywhere", List.of(0));

    assertThat(result.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(result.assertions().get(0).actual())
        .isEqualTo("127: the shell found no such program, or may not run it");
  }

  @Test
  void withoutAShellWordsArriveAsGiven() {
    RunSettings plain = RunSettings.of("bin/tool", "$HOME", "*");

    assertThat(plain.request(Path.of("/etc/app")).argv())
        .containsExactly("/etc/app/bin/tool", "$HOME", "*");
  }

  @Test
  void textsAreFoundAndMissed() throws Exception {
    CommandSettings settings =
        settings(
            "echo ready: 5 of 6; echo oops >&2",
            Optional.of(
                new TextExpectation(
                    List.of("ready", "steady"), List.of(Regex.parse("\\d of \\d")), List.of())),
            Optional.of(new TextExpectation(List.of(), List.of(), List.of(Regex.parse("o+ps")))));

    assertThat(run(settings, new Sight.Unseen<>(NO_RECORD)).assertions())
        .containsExactly(
            Assertion.of("exit code", "0", "0", true),
            Assertion.of("stdout", "contains \"ready\"", "contained", true),
            Assertion.of("stdout", "contains \"steady\"", "not in 14 characters", false),
            Assertion.of("stdout", "a match of \\d of \\d", "\"5 of 6\"", true),
            Assertion.of("stderr", "no match of o+ps", "\"oops\"", false));
  }

  @Test
  void anAbsenceProvesNothingWhenTheProgramBrokeOff() throws Exception {
    CommandSettings settings =
        settings(
            "exit 1",
            Optional.empty(),
            Optional.of(
                new TextExpectation(List.of(), List.of(), List.of(Regex.parse("Traceback")))));

    assertThat(run(settings, new Sight.Unseen<>(NO_RECORD)).assertions().get(1))
        .isEqualTo(
            Assertion.unsettled(
                "stderr",
                "no match of Traceback",
                "not in 0 characters, but the program broke off",
                "Let the program end with a right exit code."));
  }

  @Test
  void theLastMatchIsTheNumberAndItsBoundsDecide() throws Exception {
    NumberExpectation number =
        number(Optional.of("([\\d.]+) ?% compliance"), Optional.empty(), Optional.of(80.0));

    Evaluation good = run("echo 10 % compliance; echo 83.3 % compliance", number);
    Evaluation bad = run("echo 66.7% compliance", number);

    assertThat(good.outcome()).isEqualTo(Outcome.PASS);
    assertThat(good.headline()).isEqualTo("exit code 0, compliance 83.3 %");
    assertThat(good.metrics())
        .containsExactly(Metric.bounded("compliance", 83.3, Unit.PERCENT, "at least 80 %", true));
    assertThat(bad.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(bad.metrics())
        .containsExactly(Metric.bounded("compliance", 66.7, Unit.PERCENT, "at least 80 %", false));
  }

  @Test
  void aNumberOutOfJsonIsExact() throws Exception {
    NumberExpectation number =
        number(Optional.empty(), Optional.of("$.summary.compliance"), Optional.of(83.3));

    assertThat(run("echo '{\"summary\": {\"compliance\": 83.3}}'", number).outcome())
        .isEqualTo(Outcome.PASS);
    assertThat(run("echo '{\"summary\": {}}'", number).assertions().get(1).actual())
        .isEqualTo("not in the JSON");
    assertThat(run("echo done", number).assertions().get(1).actual())
        .isEqualTo("stdout is not one JSON value");
  }

  @Test
  void aNumberThatIsNotThereIsInconclusive() throws Exception {
    NumberExpectation number =
        number(Optional.of("(\\S+) % compliance"), Optional.empty(), Optional.of(80.0));

    assertThat(run("echo nothing", number).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(run("echo NaN % compliance", number).assertions().get(1).actual())
        .isEqualTo("no number: \"NaN\"");
  }

  @Test
  void aNumberIsHeldAgainstAnEarlierRun() throws Exception {
    CommandSettings settings =
        settings(
            "echo 83.3 % compliance",
            List.of(
                new NumberExpectation(
                    "compliance",
                    Written.STDOUT,
                    Optional.of(Regex.parse("([\\d.]+) %")),
                    Optional.empty(),
                    Unit.PERCENT,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(
                        new NoWorseThan("last.json", "compliance", NoWorseThan.Better.HIGHER)))));

    assertThat(run(settings, before(80, Unit.PERCENT)).outcome()).isEqualTo(Outcome.PASS);
    assertThat(run(settings, before(83.4, Unit.PERCENT)).assertions().get(1))
        .isEqualTo(
            Assertion.of(
                "compliance, compared",
                "no worse than 83.4 % on 2026-11-01T08:00:00Z",
                "83.3 %",
                false));
    assertThat(run(settings, before(80, Unit.COUNT)).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(run(settings, new Sight.Unseen<>(NO_RECORD)).outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void aLineForTheShellIsOneWord() {
    assertThatThrownBy(
            () -> new RunSettings(List.of("ls", "-l"), true, Optional.empty(), ".", Map.of()))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage("with `shell: true`, `argv` is one line for the shell");
  }

  @Test
  void aPathThatMayLeadToSeveralValuesIsRefused() {
    assertThatThrownBy(
            () -> number(Optional.empty(), Optional.of("$.suites[*].compliance"), Optional.empty()))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage("`json` must lead to one value: $.suites[*].compliance");
  }

  private static Sight<RecordedMetricObservation> before(double value, Unit unit) {
    return new Sight.Seen<>(
        new RecordedMetricObservation(value, unit, Instant.parse("2026-11-01T08:00:00Z")));
  }

  private static NumberExpectation number(
      Optional<String> match, Optional<String> json, Optional<Double> min) {
    return new NumberExpectation(
        "compliance",
        Written.STDOUT,
        match.map(Regex::parse),
        json.map(PathExpression::parse),
        Unit.PERCENT,
        min,
        Optional.empty(),
        Optional.empty());
  }

  private static RunSettings shell(String line) {
    return new RunSettings(List.of(line), true, Optional.empty(), ".", Map.of());
  }

  private static CommandSettings settings(String line, List<NumberExpectation> numbers) {
    return new CommandSettings(
        shell(line), List.of(0), Optional.empty(), Optional.empty(), numbers);
  }

  private static CommandSettings settings(
      String line, Optional<TextExpectation> stdout, Optional<TextExpectation> stderr) {
    return new CommandSettings(shell(line), List.of(0), stdout, stderr, List.of());
  }

  private Evaluation run(String line, List<Integer> codes) throws Exception {
    CommandSettings settings =
        new CommandSettings(shell(line), codes, Optional.empty(), Optional.empty(), List.of());
    return run(settings, new Sight.Unseen<>(NO_RECORD));
  }

  private Evaluation run(String line, NumberExpectation number) throws Exception {
    return run(settings(line, List.of(number)), new Sight.Unseen<>(NO_RECORD));
  }

  private Evaluation run(CommandSettings settings, Sight<RecordedMetricObservation> before)
      throws Exception {
    CheckContext context =
        new CheckContext(
            Instant.EPOCH,
            new CheckContext.Unknown(Gap.of(GapReason.UNKNOWN_TARGET, "none", "none")),
            Optional.empty(),
            Optional.empty(),
            folder,
            Duration.ofSeconds(20));
    CheckPlan.Ask plan = (CheckPlan.Ask) CHECK.plan(settings, context);
    ProcessObservation seen =
        new ProcessProbe()
            .observe((ProcessRequest) plan.requests().get(0), Deadline.in(Duration.ofSeconds(30)));
    return CHECK.evaluate(settings, context, new Given(seen, before));
  }

  private record Given(ProcessObservation seen, Sight<RecordedMetricObservation> before)
      implements Observations {
    @Override
    @SuppressWarnings("unchecked")
    public <O extends Observation> Sight<O> sight(Request<O> request) {
      return request instanceof ProcessRequest
          ? new Sight.Seen<>(request.observationType().cast(seen))
          : (Sight<O>) before;
    }
  }
}

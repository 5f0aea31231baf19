package dev.stageproof.checks.command;

import dev.stageproof.checks.programs.Output;
import dev.stageproof.checks.programs.Ran;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Outcome;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.CheckType;
import dev.stageproof.spi.Observations;
import dev.stageproof.spi.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs a program and holds what it does against what is expected. */
public final class CommandCheck implements CheckType<CommandSettings> {

  /** What a shell gives for a program that it can't run, or does not find (POSIX, 2.8.2). */
  private static final List<Integer> NOT_RUN = List.of(126, 127);

  @Override
  public String name() {
    return "command";
  }

  @Override
  public String title() {
    return "Command";
  }

  @Override
  public Class<CommandSettings> settingsType() {
    return CommandSettings.class;
  }

  @Override
  public Duration timeout(CommandSettings settings) {
    return Duration.ofMinutes(1);
  }

  /** An earlier record that can't be read leaves open only what is compared with it. */
  @Override
  public CheckPlan plan(CommandSettings settings, CheckContext context) {
    Place place = Place.of(settings, context);
    if (place instanceof Place.Nowhere nowhere) {
      return CheckPlan.impossible(nowhere.gap());
    }
    List<Request<?>> earlier = new ArrayList<>();
    for (NumberExpectation number : settings.numbers()) {
      number
          .noWorseThan()
          .ifPresent(than -> earlier.add(than.request(context.directory(), number.name())));
    }
    return new CheckPlan.Ask(List.of(Place.request(place)), earlier);
  }

  @Override
  public Evaluation evaluate(
      CommandSettings settings, CheckContext context, Observations observations) {
    Place.Seen seen = Place.seen(Place.of(settings, context), observations);
    Ran run = seen.ran();
    Assertion exit = exit(settings, run);
    boolean ended = exit.outcome() == Outcome.PASS;
    List<NumberRule> numbers =
        settings.numbers().stream()
            .map(number -> rule(number, run, ended, context, observations))
            .toList();
    List<Assertion> all = new ArrayList<>(List.of(exit));
    assess(settings.stdout(), Text.of(Written.STDOUT, run, ended), all);
    assess(settings.stderr(), Text.of(Written.STDERR, run, ended), all);
    numbers.forEach(number -> all.addAll(number.assertions()));
    return Evaluation.of(headline(exit, numbers, all), all)
        .withMetrics(numbers.stream().flatMap(number -> number.metric().stream()).toList())
        .withExcerpts(Output.excerpts(run))
        .withRemarks(seen.remarks());
  }

  private static void assess(Optional<TextExpectation> expected, Text stream, List<Assertion> all) {
    expected.ifPresent(text -> all.addAll(text.assess(stream)));
  }

  private static NumberRule rule(
      NumberExpectation number,
      Ran run,
      boolean ended,
      CheckContext context,
      Observations observations) {
    return new NumberRule(
        number,
        Figure.of(number, Text.of(number.in(), run, ended)),
        number
            .noWorseThan()
            .map(than -> observations.sight(than.request(context.directory(), number.name()))));
  }

  private static Assertion exit(CommandSettings settings, Ran run) {
    String expected =
        settings.exitCode().stream().map(String::valueOf).collect(Collectors.joining(" or "));
    return run.exitCode()
        .map(code -> exit(settings, expected, code))
        .orElseGet(() -> noExit(expected, run.noCode().orElseThrow()));
  }

  private static Assertion noExit(String expected, Ran.Lacking lacking) {
    return Assertion.unsettled("exit code", expected, lacking.why(), lacking.settle());
  }

  private static Assertion exit(CommandSettings settings, String expected, int code) {
    boolean holds = settings.exitCode().contains(code);
    return !holds && settings.run().shell() && NOT_RUN.contains(code)
        ? Assertion.unsettled(
            "exit code",
            expected,
            code + ": the shell found no such program, or may not run it",
            "Install the program that `argv` names, or correct its name.")
        : Assertion.of("exit code", expected, String.valueOf(code), holds);
  }

  /** "exit code 0, compliance 83.3 %; stdout: not in 12 characters". */
  private static String headline(Assertion exit, List<NumberRule> numbers, List<Assertion> all) {
    String values =
        numbers.stream().map(number -> ", " + number.words()).collect(Collectors.joining());
    Outcome worst = Outcome.all(all.stream().map(Assertion::outcome).toList());
    String trouble =
        all.stream()
            .filter(one -> worst != Outcome.PASS && one.outcome() == worst)
            .findFirst()
            .map(one -> "; " + one.what() + ": expected " + one.expected())
            .orElse("");
    return "exit code " + exit.actual() + values + trouble;
  }
}

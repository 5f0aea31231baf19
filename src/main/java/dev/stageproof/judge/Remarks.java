package dev.stageproof.judge;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.OnNoData;
import dev.stageproof.model.Remark;
import dev.stageproof.model.Remark.Kind;
import dev.stageproof.model.WaiverResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is worth knowing beside the verdict: first kind by kind, then in order. */
final class Remarks {
  private Remarks() {}

  static List<Remark> on(
      Case run,
      List<Counted> checks,
      List<WaiverResult> waivers,
      List<Contradiction> contradictions) {
    return Stream.of(
            contradictions.stream().map(Contradiction::remark),
            each(checks, Remarks::advisoryFailure, Kind.ADVISORY_FAILURE, Remarks::failed),
            each(checks, Remarks::advisoryUnsettled, Kind.ADVISORY_UNSETTLED, Remarks::unsettled),
            each(checks, counted -> counted.check().flaky(), Kind.FLAKY, Remarks::flaky),
            each(checks, Remarks::letThrough, Kind.NO_DATA_ALLOWED, Remarks::allowed),
            checks.stream().flatMap(Remarks::told),
            WaiverRemarks.on(waivers, checks),
            run.identity().stream().flatMap(DeploymentRemarks::on),
            MovementRemarks.on(run.movement()))
        .flatMap(Function.identity())
        .toList();
  }

  private static Stream<Remark> each(
      List<Counted> checks,
      Predicate<Counted> concerned,
      Kind kind,
      Function<Counted, String> text) {
    return checks.stream()
        .filter(concerned)
        .map(counted -> new Remark(kind, text.apply(counted), Optional.of(counted.id())));
  }

  /** What a check tells by itself, such as a failed test that it tolerates. */
  private static Stream<Remark> told(Counted counted) {
    Optional<String> check = Optional.of(counted.id());
    return counted.check().evaluation().stream()
        .flatMap(evaluation -> evaluation.remarks().stream())
        .map(text -> new Remark(Kind.CHECK, text, check));
  }

  private static boolean advisoryFailure(Counted counted) {
    return !counted.check().blocking() && counted.standing() == Standing.FAILED;
  }

  private static boolean advisoryUnsettled(Counted counted) {
    return !counted.check().blocking() && counted.standing() == Standing.UNSETTLED;
  }

  private static boolean letThrough(Counted counted) {
    return counted.standing() == Standing.LET_THROUGH;
  }

  private static String failed(Counted counted) {
    return "Advisory check " + counted.id() + " failed: " + counted.finding() + ".";
  }

  private static String unsettled(Counted counted) {
    return "Advisory check " + counted.id() + " is not settled: " + counted.finding() + ".";
  }

  private static String flaky(Counted counted) {
    CheckResult check = counted.check();
    return "Check " + check.id() + " passed only at attempt " + check.attempts().size() + ".";
  }

  private static String allowed(Counted counted) {
    OnNoData rule = counted.check().onNoData();
    String reason = Words.open(rule.reason().orElse("no reason was given"));
    return String.format(
        "Check %s is not settled (%s), and its configuration lets it through: %s.",
        counted.id(), counted.finding(), reason);
  }
}

package dev.stageproof.offline;

import dev.stageproof.model.Baseline;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.ClaimResult;
import dev.stageproof.model.Gap;
import dev.stageproof.model.Identity;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.WaiverResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What runs must have in common to be shards of one: the target, and all of the configuration. */
final class Agreement {

  /** One thing that must be the same, and how it is shown when it is not. */
  private record Term(
      String what, Function<RunRecord, Object> of, Function<RunRecord, String> shown) {

    static Term shown(String what, Function<RunRecord, Optional<String>> of) {
      return new Term(
          what, of::apply, run -> of.apply(run).map(it -> "`" + it + "`").orElse("none"));
    }

    static Term silent(String what, Function<RunRecord, Object> of) {
      return new Term(what, of, run -> "");
    }

    Optional<String> broken(RunRecord one, RunRecord other) {
      if (of.apply(one).equals(of.apply(other))) {
        return Optional.empty();
      }
      String runs = name(one) + " and " + name(other);
      return Optional.of(
          shown.apply(one).isEmpty()
              ? what + " of " + runs + " differ"
              : what + " of " + runs + ": " + shown.apply(one) + " and " + shown.apply(other));
    }
  }

  private static final List<Term> TERMS =
      List.of(
          Term.shown("the stageproof version", run -> Optional.of(run.toolVersion())),
          Term.shown("the project", run -> run.identity().map(Identity::project)),
          Term.shown("the region", run -> run.identity().map(Identity::region)),
          Term.shown("the service", run -> run.identity().map(Identity::service)),
          Term.shown("the revision", run -> run.identity().map(Identity::revision)),
          Term.shown("the image digest", run -> run.identity().flatMap(Identity::digest)),
          Term.shown("the image", run -> run.identity().flatMap(Identity::image)),
          Term.shown("what is not known of the target", run -> run.identityGap().map(Gap::message)),
          Term.shown("the address", RunRecord::serviceUrl),
          Term.shown("the kind of baseline", run -> run.baseline().map(it -> it.source().name())),
          Term.shown("the baseline", Agreement::baseline),
          Term.silent("the subjects", RunRecord::subject),
          Term.silent("the claims", Agreement::claims),
          Term.silent("the waivers", Agreement::waivers),
          Term.silent("the notes", RunRecord::notes),
          Term.silent("the layouts of the report", RunRecord::report));

  private Agreement() {}

  static void require(List<RunRecord> runs) throws UnmergeableException {
    RunRecord first = runs.get(0);
    List<String> reasons =
        runs.stream()
            .skip(1)
            .flatMap(other -> Stream.concat(terms(first, other), checks(first, other)))
            .toList();
    if (!reasons.isEmpty()) {
      throw new UnmergeableException(reasons);
    }
  }

  /** Shards often begin in the same minute, and then have the same id. */
  private static String name(RunRecord run) {
    return run.reportId() + " (" + run.startedAt() + ")";
  }

  private static Stream<String> terms(RunRecord first, RunRecord other) {
    return TERMS.stream().flatMap(term -> term.broken(first, other).stream());
  }

  private static Stream<String> checks(RunRecord first, RunRecord other) {
    List<String> ids = first.checks().stream().map(CheckResult::id).toList();
    if (!ids.equals(other.checks().stream().map(CheckResult::id).toList())) {
      return Stream.of(
          "the checks of "
              + name(first)
              + " and "
              + name(other)
              + " differ: shards are runs of one configuration, with --only, --skip or --tag");
    }
    List<String> reasons = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      if (!question(first.checks().get(i)).equals(question(other.checks().get(i)))) {
        reasons.add(
            "check `"
                + ids.get(i)
                + "` is configured otherwise in "
                + name(first)
                + " than in "
                + name(other));
      }
    }
    return reasons.stream();
  }

  private static List<Object> question(CheckResult check) {
    return List.of(
        check.type(),
        check.title(),
        check.section(),
        check.group(),
        check.severity(),
        check.tags(),
        check.settings(),
        check.onNoData());
  }

  private static Optional<String> baseline(RunRecord run) {
    return run.baseline().map(Baseline::name);
  }

  private static Object claims(RunRecord run) {
    return run.judgment().claims().stream().map(ClaimResult::claim).toList();
  }

  private static Object waivers(RunRecord run) {
    return run.judgment().waivers().stream().map(WaiverResult::waiver).toList();
  }
}

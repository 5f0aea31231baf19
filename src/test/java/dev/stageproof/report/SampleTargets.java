package dev.stageproof.report;

import dev.stageproof.model.Change;
import dev.stageproof.model.Confidence;
import dev.stageproof.model.Confidence.Level;
import dev.stageproof.model.Confidence.Term;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Identity.Share;
import dev.stageproof.model.Judgment;
import dev.stageproof.model.Remark;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Verdict;
import java.util.List;
import java.util.Optional;

/** Runs whose target was not what it should be. */
final class SampleTargets {
  static final String REVISION = "netra-backend-staging-00640-wob";
  static final String OTHER = "netra-backend-staging-00639-tun";

  private SampleTargets() {}

  /** Everything passed, and users are served by another revision; meanwhile one more was made. */
  static RunRecord unserved() {
    RunRecord run = unserved(SampleRuns.healthy());
    String served =
        "Users are served by "
            + OTHER
            + " (100 %), not by the revision under test, "
            + REVISION
            + ".";
    Judgment judgment =
        with(
            with(run.judgment(), "verdict", Verdict.INCONCLUSIVE),
            "because",
            served + " All 4 blocking checks passed.");
    Confidence confidence =
        Confidence.lowestOf(
            List.of(
                new Term("blocking checks settled", "4 of 4", Level.HIGH),
                new Term("contradictions", "2", Level.LOW),
                new Term("target held still", "no: latest created revision", Level.MEDIUM)));
    List<Remark> remarks =
        List.of(
            new Remark(Remark.Kind.CONTRADICTION, served, Optional.empty()),
            new Remark(
                Remark.Kind.CONTRADICTION,
                "The platform does not call the revision ready, but health passed: 200. Another"
                    + " revision may have answered.",
                Optional.of("health"),
                Optional.of("Ask the revision itself, at the address of a traffic tag.")));
    Change created =
        new Change("latest created revision", Optional.of(REVISION), Optional.of("next"));
    return with(
        with(run, "judgment", with(with(judgment, "remarks", remarks), "confidence", confidence)),
        "movement",
        List.of(created));
  }

  /** The same run with all requests going to another revision. */
  static RunRecord unserved(RunRecord run) {
    Identity identity = run.identity().or(() -> SampleRuns.healthy().identity()).orElseThrow();
    Share all = new Share(OTHER, 100, Optional.empty(), Optional.empty());
    return with(run, "identity", Optional.of(with(identity, "traffic", List.of(all))));
  }

  private static <R extends Record> R with(R original, String component, Object value) {
    return Altered.with(original, component, value);
  }
}

package dev.stageproof.judge;

import static dev.stageproof.judge.Checks.advisory;
import static dev.stageproof.judge.Checks.blocking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.stageproof.model.Attempt;
import dev.stageproof.model.Change;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Identity;
import dev.stageproof.model.OnNoData;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Remark;
import dev.stageproof.model.Remark.Kind;
import dev.stageproof.model.Severity;
import dev.stageproof.model.TargetMovement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemarksTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 9, 15);

  @Test
  void aCleanRunHasNone() {
    assertThat(remarks(Identities.byDigest(), blocking("health", Outcome.PASS))).isEmpty();
  }

  @Test
  void blockingFindingsAreLeftToTheVerdict() {
    assertThat(
            remarks(
                Identities.byDigest(),
                blocking("health", Outcome.FAIL),
                blocking("logs", Outcome.INCONCLUSIVE)))
        .isEmpty();
  }

  @Test
  void anAdvisoryFailure() {
    assertThat(remarks(Identities.byDigest(), advisory("latency", Outcome.FAIL)))
        .containsExactly(
            of(
                Kind.ADVISORY_FAILURE,
                "latency",
                "Advisory check latency failed: 503, expected 200."));
  }

  @Test
  void anAdvisoryCheckUnsettledOrSkipped() {
    assertThat(
            remarks(
                Identities.byDigest(),
                advisory("import", Outcome.INCONCLUSIVE),
                advisory("classes", Outcome.SKIPPED)))
        .containsExactly(
            of(
                Kind.ADVISORY_UNSETTLED,
                "import",
                "Advisory check import is not settled: not seen: refused."),
            of(
                Kind.ADVISORY_UNSETTLED,
                "classes",
                "Advisory check classes is not settled: not selected."));
  }

  @Test
  void aPassOnRetry() {
    CheckResult third =
        Checks.check(
            "health", Severity.BLOCKING, Outcome.PASS, OnNoData.strict(), 3, Optional.empty());

    assertThat(remarks(Identities.byDigest(), third))
        .containsExactly(of(Kind.FLAKY, "health", "Check health passed only at attempt 3."));
  }

  @Test
  void noDataLetThroughShowsItsReason() {
    assertThat(
            remarks(
                Identities.byDigest(),
                blocking("logs", Outcome.INCONCLUSIVE, Checks.letThrough("quiet at night."))))
        .containsExactly(
            of(
                Kind.NO_DATA_ALLOWED,
                "logs",
                "Check logs is not settled (not seen: refused), and its configuration lets it"
                    + " through: quiet at night."));
  }

  @Test
  void whatACheckTellsBesideItsOutcome() {
    CheckResult check = blocking("suite", Outcome.PASS);
    Attempt last = check.attempts().get(0);
    Attempt telling =
        new Attempt(
            last.number(),
            last.startedAt(),
            last.took(),
            last.evaluation().withRemarks(List.of("Test a::b failed, which is tolerated.")),
            last.evidence());

    assertThat(remarks(Identities.byDigest(), check.withAttempts(List.of(telling))))
        .containsExactly(of(Kind.CHECK, "suite", "Test a::b failed, which is tolerated."));
  }

  @Test
  void anImageDeployedByTag() {
    assertThat(remarks(Identities.byTag()))
        .containsExactly(
            new Remark(
                Kind.CONTRADICTION,
                "The image was deployed by tag, and a tag can move:"
                    + " gcr.io/netra-staging/netra-backend-staging:latest.",
                Optional.empty(),
                Optional.of("Name the image by its digest, `@sha256:…`, in the deploy step.")));
  }

  @Test
  void aRevisionThatGetsPartOfTheTraffic() {
    assertThat(remarks(Identities.withTraffic(30)))
        .containsExactly(
            new Remark(
                Kind.DEPLOYMENT,
                "Revision netra-backend-staging-00640-wob gets 30 % of the service's requests, and"
                    + " others get the rest, netra-backend-staging-00639-tun (70 %): an answer from"
                    + " the service's own address can come from another revision.",
                Optional.empty()));
    assertThat(remarks(Identities.withTraffic(100))).isEmpty();
  }

  @Test
  void whatChangedDuringTheRun() {
    Change created = new Change("latest created revision", Optional.of("a"), Optional.of("b"));
    Change tag = new Change("traffic tag blue", Optional.empty(), Optional.of("b"));
    Change gone = new Change("traffic tag green", Optional.of("a"), Optional.empty());

    assertThat(Scene.of().moved(created, tag, gone).judged().remarks())
        .extracting(Remark::kind, Remark::text)
        .containsExactly(
            tuple(
                Kind.DEPLOYMENT,
                "Changed while the run was under way: latest created revision, from a to b."),
            tuple(
                Kind.DEPLOYMENT, "Changed while the run was under way: traffic tag blue, new: b."),
            tuple(
                Kind.DEPLOYMENT,
                "Changed while the run was under way: traffic tag green, gone: a."));
  }

  @Test
  void aTargetThatWasNotSeenAgain() {
    assertThat(
            Scene.of()
                .moved(TargetMovement.unseen("no answer came within 20 s"))
                .judged()
                .remarks())
        .containsExactly(
            new Remark(
                Kind.RUN,
                "The target could not be seen again at the end of the run (no answer came within"
                    + " 20 s), so it is not known whether it held still.",
                Optional.empty(),
                Optional.of("Run again.")));
  }

  @Test
  void kindsStandTogetherInTheOrderOfTheirWeight() {
    assertThat(
            remarks(
                Identities.byTag(),
                advisory("a", Outcome.INCONCLUSIVE),
                advisory("b", Outcome.FAIL),
                advisory("c", Outcome.INCONCLUSIVE)))
        .extracting(Remark::kind)
        .containsExactly(
            Kind.CONTRADICTION,
            Kind.ADVISORY_FAILURE,
            Kind.ADVISORY_UNSETTLED,
            Kind.ADVISORY_UNSETTLED);
  }

  private static List<Remark> remarks(Identity identity, CheckResult... checks) {
    return Cases.judge(List.of(checks), List.of(), List.of(), Optional.of(identity), TODAY)
        .remarks();
  }

  private static Remark of(Kind kind, String check, String text) {
    return new Remark(kind, text, Optional.of(check));
  }
}

package dev.stageproof.report;

import static dev.stageproof.report.SampleTargets.OTHER;
import static dev.stageproof.report.SampleTargets.REVISION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.stageproof.model.Change;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Judgment;
import dev.stageproof.model.Remark;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.TargetMovement;
import dev.stageproof.model.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a reader sees first when the revision under test is not the one that users get. */
class FirstScreenTest {
  private static final String SETTLE =
      "If it is validated before it gets traffic, write `target: {serving: false}`; if it is meant"
          + " to serve, send users to it and run again:";
  private static final String COMMAND =
      "gcloud run services update-traffic netra-backend-staging --to-revisions="
          + REVISION
          + "=100 --region=us-central1 --project=netra-staging";

  @Test
  void usersServedByAnotherRevisionAndWhatSettlesIt() {
    ReportView view = ReportView.of(unserved(Verdict.INCONCLUSIVE));

    assertThat(view.banner().alerts())
        .containsExactly(
            new Banner.Alert(
                "⚠️",
                "Not in use",
                "users are served by " + OTHER + " (100 %), and this revision gets 0 %. " + SETTLE,
                Optional.of(COMMAND)));
    assertThat(view.banner().advice())
        .isEqualTo(
            "Users don't get this revision; send them to it, or say that it does not serve yet.");
    assertThat(view.facts())
        .contains(Fact.text("Traffic", "0 % to this revision; 100 % to " + OTHER));
  }

  @Test
  void whereNothingElseHoldsItUpItIsTheFirstStepAndNotToldTwiceOnTheFirstScreen() {
    RunRecord run = unserved(Verdict.INCONCLUSIVE);

    assertThat(Views.section(run, NextStepsSection.class).steps().get(0))
        .isEqualTo(
            new NextStepsSection.Step(
                new Links(List.of(), Optional.empty()), SETTLE, Optional.of(COMMAND)));
    assertThat(Views.section(run, SummarySection.class).settle()).isEmpty();
  }

  @Test
  void whereChecksAreOpenTheyComeFirst() {
    RunRecord open = SampleTargets.unserved(SampleRuns.inconclusive());

    List<NextStepsSection.Step> steps = Views.section(open, NextStepsSection.class).steps();

    assertThat(steps).hasSizeGreaterThan(1);
    assertThat(steps.get(steps.size() - 1).text()).isEqualTo(SETTLE);
    assertThat(ReportView.of(open).banner().advice()).isEqualTo("Not proven; don't promote yet.");
  }

  @Test
  void aRevisionThatFailedGetsNoAdviceToSendUsersToIt() {
    RunRecord run = unserved(Verdict.FAIL);

    assertThat(ReportView.of(run).banner().alerts())
        .containsExactly(
            new Banner.Alert(
                "⚠️",
                "Not in use",
                "users are served by " + OTHER + " (100 %), and this revision gets 0 %."));
    assertThat(Views.section(run, NextStepsSection.class).steps())
        .noneMatch(step -> step.command().isPresent());
  }

  @Test
  void aRevisionThatIsNotMeantToServeYetIsNoAlert() {
    RunRecord run = unserved(Verdict.PASS);
    Identity early = Altered.with(run.identity().orElseThrow(), "meantToServe", false);

    ReportView view = ReportView.of(Altered.with(run, "identity", Optional.of(early)));

    assertThat(view.banner().alerts()).isEmpty();
    assertThat(view.facts())
        .contains(
            Fact.text(
                "Traffic",
                "0 % to this revision, which is not meant to serve yet; 100 % to " + OTHER));
  }

  @Test
  void aTargetThatMovedIsReported() {
    Change traffic =
        new Change(TargetMovement.trafficTo(REVISION), Optional.of("100 %"), Optional.of("0 %"));
    Change created =
        new Change("latest created revision", Optional.of(REVISION), Optional.of("next"));
    Change tag = new Change("traffic tag blue", Optional.empty(), Optional.of("next"));
    RunRecord run =
        Altered.with(SampleRuns.healthy(), "movement", List.of(traffic, created, tag, created));

    assertThat(ReportView.of(run).banner().alerts())
        .extracting(Banner.Alert::what, Banner.Alert::text)
        .containsExactly(
            tuple(
                "Not in use",
                "the share of this revision went from 100 % to 0 % while the run was under way. "
                    + SETTLE),
            tuple(
                "Moving target",
                "changed while the run was under way: traffic to "
                    + REVISION
                    + ", from 100 % to 0 %; latest created revision, from "
                    + REVISION
                    + " to next; traffic tag blue, from none to next; and 1 more."));
  }

  @Test
  void aTargetThatWasNotSeenAgainIsReported() {
    RunRecord run =
        Altered.with(
            SampleRuns.healthy(), "movement", List.of(TargetMovement.unseen("access is denied")));

    assertThat(ReportView.of(run).banner().alerts())
        .containsExactly(
            new Banner.Alert(
                "⚠️",
                "Not seen again",
                "it is not known whether the target held still: access is denied."));
  }

  @Test
  void contradictionsStandFirstAndTheirStepsAreTold() {
    Judgment judgment = SampleRuns.healthy().judgment();
    Remark contradiction =
        new Remark(
            Remark.Kind.CONTRADICTION,
            "The platform calls the revision ready, but health failed.",
            Optional.of("health"),
            Optional.of("Let the startup probe ask the same"));
    List<Remark> remarks =
        List.of(judgment.remarks().get(0), judgment.remarks().get(1), contradiction);
    RunRecord run =
        Altered.with(SampleRuns.healthy(), "judgment", Altered.with(judgment, "remarks", remarks));

    ObservationsSection observations = Views.section(run, ObservationsSection.class);

    assertThat(observations.weight())
        .isEqualTo("A contradiction lowers the confidence; nothing else here changes the verdict.");
    assertThat(observations.remarks().get(0).text()).startsWith("The platform calls");
    assertThat(Views.section(run, NextStepsSection.class).steps())
        .extracting(NextStepsSection.Step::text)
        .contains("Let the startup probe ask the same.");
  }

  private static RunRecord unserved(Verdict verdict) {
    RunRecord run = SampleTargets.unserved(SampleRuns.healthy());
    return Altered.with(run, "judgment", Altered.with(run.judgment(), "verdict", verdict));
  }
}

package dev.stageproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.Configuration;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Identity.Share;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Subject;
import dev.stageproof.spi.MarkStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FactsTest {
  private static final String NAME = "backend-00641-kip";
  private static final String OTHER = "backend-00640-wob";

  private static Identity identity(String askedAs, Optional<Gap> previousGap, Share... traffic) {
    RunRecord sample = SampleRuns.healthy();
    return new Identity(
        "acme-staging",
        "us-central1",
        "backend",
        NAME,
        askedAs,
        Optional.empty(),
        Optional.empty(),
        Optional.of("4be1c07d"),
        sample.startedAt().minusSeconds(149),
        Optional.of("gcloud 539.0.0"),
        Optional.of("ci@acme-staging.iam.gserviceaccount.com"),
        Optional.of("https://backend.example"),
        List.of(),
        List.of(traffic),
        true,
        Optional.empty(),
        previousGap);
  }

  private static Identity identity(Share... traffic) {
    return identity("tag:blue", Optional.empty(), traffic);
  }

  private static Fact fact(String name, Identity identity, Optional<String> commit) {
    RunRecord sample = SampleRuns.healthy();
    Subject subject = sample.subject();
    RunRecord run =
        new RunRecord(
            sample.schemaVersion(),
            sample.toolVersion(),
            sample.reportId(),
            sample.startedAt(),
            sample.took(),
            sample.partial(),
            new Subject(
                subject.issue(),
                subject.title(),
                subject.priority(),
                subject.branch(),
                commit,
                subject.session(),
                subject.links()),
            Optional.of(identity),
            Optional.empty(),
            sample.window(),
            Optional.of(new Configuration(true, List.of(), Map.of("ingress", "internal"))),
            sample.movement(),
            sample.baseline(),
            sample.checks(),
            sample.evidence(),
            sample.judgment(),
            sample.notes(),
            sample.report(),
            sample.command(),
            sample.serviceUrl(),
            sample.directory());
    return Facts.of(run, Marks.in(MarkStyle.EMOJI)).stream()
        .filter(fact -> fact.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Fact fact(String name, Identity identity) {
    return fact(name, identity, Optional.empty());
  }

  private static Share share(String revision, int percent) {
    return new Share(revision, percent, Optional.empty(), Optional.empty());
  }

  @Test
  void theRevisionSaysHowItWasAskedForAndWhoDeployedIt() {
    assertThat(fact("Revision", identity(share(NAME, 100))).text())
        .startsWith("asked for as tag:blue; deployed ")
        .endsWith(
            ", 2 min 29 s before this run, by gcloud 539.0.0,"
                + " as ci@acme-staging.iam.gserviceaccount.com");
  }

  @Test
  void aRevisionThatWasNamedIsNotNamedTwice() {
    assertThat(fact("Revision", identity(NAME, Optional.empty())).text()).startsWith("deployed ");
  }

  @Test
  void theAddressTellsWhereRequestsMayComeFrom() {
    assertThat(fact("Address", identity()))
        .isEqualTo(Fact.code("Address", "https://backend.example", "ingress: internal"));
  }

  @Test
  void trafficNamesEveryRevisionThatGetsSomeAndTheTagsOfThisOne() {
    Share tag =
        new Share(NAME, 0, Optional.of("blue"), Optional.of("https://blue---backend.example"));

    assertThat(
            fact("Traffic", identity(share(OTHER, 60), share("gone", 0), share(OTHER, 40), tag))
                .text())
        .isEqualTo(
            "0 % to this revision; 100 % to "
                + OTHER
                + "; tag blue: https://blue---backend.example");
  }

  @Test
  void theCommitOfTheLabelsIsHeldAgainstTheOneOfTheConfiguration() {
    assertThat(fact("Built from", identity(), Optional.of("4be1c07")))
        .isEqualTo(Fact.code("Built from", "4be1c07d", "by the labels of the deployment"));
    assertThat(fact("Built from", identity(), Optional.of("0000000")).text())
        .isEqualTo(
            "by the labels of the deployment; "
                + Marks.in(MarkStyle.EMOJI).care()
                + " not the commit above");
  }

  @Test
  void aPreviousRevisionThatIsNotKnownSaysWhy() {
    Gap gap = Gap.of(GapReason.TIMED_OUT, "no answer came", "run again");

    assertThat(fact("Previous revision", identity(NAME, Optional.of(gap))).text())
        .isEqualTo("not known: no answer came");
  }
}

package dev.stageproof.checks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.checks.requests.At;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Identity.Share;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.Metric;
import dev.stageproof.observe.HttpRequest;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** At which of the service's addresses a path is asked. */
class AtTest {
  private final CheckContext context = Revisions.context(Revisions.tagged());

  private static HttpSettings at(At at) {
    return Revisions.path(at, Answers.anyone(), 1);
  }

  @Test
  void theServicesOwnAddressTheRevisionsOrBoth() {
    String service = Revisions.SERVICE_URL + "/health";
    String revision = Revisions.TAG_URL + "/health";
    assertThat(Revisions.requests(at(At.SERVICE), context))
        .extracting(HttpRequest::url)
        .containsExactly(service);
    assertThat(Revisions.requests(at(At.REVISION), context))
        .extracting(HttpRequest::url)
        .containsExactly(revision);
    assertThat(Revisions.requests(at(At.BOTH), context))
        .extracting(HttpRequest::url)
        .containsExactly(service, revision);
  }

  @Test
  void aRevisionWithoutATagSaysWhichCommandGivesItOne() {
    CheckContext untagged =
        Revisions.context(
            Revisions.identity(
                new Share(Revisions.TESTED, 100, Optional.empty(), Optional.empty())));
    Gap gap =
        Gap.of(
            GapReason.UNKNOWN_TARGET,
            "revision backend-00641-kip has no address of its own: no tag leads to it",
            "give it a tag, which moves no traffic: `gcloud run services update-traffic backend"
                + " --region=us-central1 --project=acme-staging"
                + " --update-tags=rev-00641-kip=backend-00641-kip`, then run again.");
    assertThat(new HttpCheck().plan(at(At.REVISION), untagged))
        .isEqualTo(CheckPlan.impossible(gap));
    assertThat(new HttpCheck().plan(at(At.BOTH), untagged)).isEqualTo(CheckPlan.impossible(gap));
  }

  @Test
  void withoutATargetThereIsNoRevisionToAsk() {
    assertThat(new HttpCheck().plan(at(At.REVISION), Answers.context()))
        .isEqualTo(CheckPlan.impossible(Answers.NO_TARGET));
  }

  @Test
  void bothAnswersAreComparedEachUnderItsName() {
    Evaluation evaluation =
        Revisions.evaluate(at(At.BOTH), context, look -> null, Answers.status(503));
    assertThat(evaluation.headline())
        .isEqualTo("service: 503, expected 2xx; revision: 503, expected 2xx");
    assertThat(evaluation.assertions())
        .extracting(Assertion::what)
        .containsExactly("status (service)", "status (revision)");
    assertThat(evaluation.metrics())
        .extracting(Metric::name)
        .containsExactly(
            "latency (service)",
            "time to first byte (service)",
            "latency (revision)",
            "time to first byte (revision)");
    assertThat(evaluation.excerpts())
        .extracting(excerpt -> excerpt.label())
        .containsExactly("answer (service)", "answer (revision)");
  }

  @Test
  void aUrlSaysWhereByItself() {
    assertThatThrownBy(
            () ->
                new HttpSettings(
                    "GET",
                    Optional.empty(),
                    Optional.of("https://a.test"),
                    At.REVISION,
                    Answers.anyone(),
                    Optional.empty(),
                    java.util.Map.of(),
                    Optional.empty(),
                    1,
                    HttpRequest.Redirects.NEVER,
                    Answers.expect("2xx")))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage("`at` goes with a `path`; a `url` says where by itself");
  }
}

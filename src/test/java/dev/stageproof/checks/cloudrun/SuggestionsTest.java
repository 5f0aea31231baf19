package dev.stageproof.checks.cloudrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.spi.Permission;
import dev.stageproof.spi.Suggestion;
import dev.stageproof.spi.TargetSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a service suggests to check. */
class SuggestionsTest {
  private static final CloudRunTarget TARGET = new CloudRunTarget();

  @Test
  void thePathOfALivenessProbeIsTheHealthCheck() {
    Suggestion health = check(TARGET.suggest(Optional.of(Deployments.good())), "health");

    assertThat(health.complete()).isTrue();
    assertThat(health.settings()).containsEntry("path", "/health");
    assertThat(health.comment())
        .containsExactly("The path that the revision's liveness probe asks.");
  }

  @Test
  void aPathIsNotGuessed() {
    Suggestion health = check(TARGET.suggest(Optional.empty()), "health");

    assertThat(health.complete()).isFalse();
    assertThat(health.comment().get(0)).isEqualTo("The path of the service's health check is");
  }

  @Test
  void noveltyNeedsAPreviousRevision() {
    DeploymentObservation good = Deployments.good();
    DeploymentObservation second =
        new DeploymentObservation(
            good.service(),
            good.revision(),
            Optional.of(new DeploymentObservation.Previous("x-1", Instant.EPOCH, "image")),
            Optional.empty());

    assertThat(ids(TARGET.suggest(Optional.of(good)))).doesNotContain("new-errors");
    assertThat(ids(TARGET.suggest(Optional.of(second)))).contains("new-errors");
  }

  @Test
  void aRevisionWithoutTrafficIsNotExpectedToServe() {
    DeploymentObservation waiting =
        Deployments.of(
            Deployments.service(false, Deployments.READY, Deployments.NAME, 0),
            Deployments.revision(Deployments.READY));

    Suggestion.Set suggested = TARGET.suggest(Optional.of(waiting));

    assertThat(suggested.serving()).isFalse();
    assertThat(expect(suggested)).containsEntry("traffic", Map.of("min-percent", 0));
  }

  @Test
  void anImageByTagIsNotExpectedByDigestAndAnUnknownLimitIsLeftOut() {
    DeploymentObservation tagged =
        Deployments.of(
            Deployments.service(false, Deployments.READY, Deployments.NAME, 100),
            Deployments.revision(
                "gcr.io/x/y:latest",
                Optional.empty(),
                Map.of("cpu", "many", "memory", "1073741824"),
                0,
                Deployments.READY));

    assertThat(expect(TARGET.suggest(Optional.of(tagged))))
        .doesNotContainKeys("image-digest", "cpu", "max-instances")
        .containsEntry("memory", Map.of("min", "1Gi", "max", "1Gi"));
  }

  @Test
  void callingIsGrantedOnTheServiceAndLookingOnTheProject() {
    TargetSettings settings = TargetSettings.of("p", "r", "s");

    assertThat(
            TARGET.grant(
                settings, new Permission("run.routes.invoke", "roles/run.invoker"), "user:a@b.c"))
        .isEqualTo(
            "gcloud run services add-iam-policy-binding s --region=r --project=p"
                + " --member=user:a@b.c --role=roles/run.invoker");
    assertThat(
            TARGET.grant(
                settings, new Permission("run.services.get", "roles/run.viewer"), "user:a@b.c"))
        .isEqualTo(
            "gcloud projects add-iam-policy-binding p --member=user:a@b.c --role=roles/run.viewer");
  }

  private static Object expectOf(Suggestion.Set suggested) {
    return check(suggested, "revision").settings().get("expect");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> expect(Suggestion.Set suggested) {
    return (Map<String, Object>) expectOf(suggested);
  }

  private static Suggestion check(Suggestion.Set suggested, String id) {
    return suggested.checks().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<String> ids(Suggestion.Set suggested) {
    return suggested.checks().stream().map(Suggestion::id).toList();
  }
}

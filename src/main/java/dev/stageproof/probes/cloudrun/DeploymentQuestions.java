package dev.stageproof.probes.cloudrun;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.DeploymentObservation.Condition;
import dev.stageproof.observe.DeploymentObservation.Service;
import dev.stageproof.observe.DeploymentRequest;
import dev.stageproof.probes.google.Asked;
import dev.stageproof.probes.google.GoogleApi;
import dev.stageproof.spi.Permission;
import dev.stageproof.spi.Shell;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reads of a look at a deployment, and what their failures mean. */
record DeploymentQuestions(DeploymentRequest request, GoogleApi api) {

  private static final String VIEWER = "roles/run.viewer";
  private static final String SLOW = "raise `timeout` of the check, then run again";

  Asked service() {
    Gap missing =
        Gap.of(
            GapReason.NOT_FOUND,
            "no Cloud Run service %s in %s of project %s"
                .formatted(request.service(), request.region(), request.project()),
            "correct `target`; `gcloud run services list --project=%s` shows what exists"
                .formatted(Shell.word(request.project())));
    return asked("run.services.get", missing);
  }

  Asked revision(String name) {
    Gap missing =
        Gap.of(
            GapReason.NOT_FOUND,
            "Cloud Run service %s in %s of project %s has no revision %s"
                .formatted(request.service(), request.region(), request.project(), name),
            "correct `revision`; `gcloud run revisions list --service=%s %s` shows what exists"
                .formatted(Shell.word(request.service()), place(request)));
    return asked("run.revisions.get", missing);
  }

  /** The list of revisions; the service was just seen, so a missing one is its. */
  Asked revisions() {
    return asked("run.revisions.list", service().missing());
  }

  private Asked asked(String permission, Gap missing) {
    return new Asked(api, request.project(), new Permission(permission, VIEWER), missing, SLOW);
  }

  /** The service exists, but none of its revisions was ever ready. */
  static Gap neverReady(DeploymentRequest request, Service service) {
    String why = service.terminal().map(DeploymentQuestions::words).orElse("no condition yet");
    return Gap.of(
        GapReason.NOT_FOUND,
        "service %s has no ready revision: %s".formatted(request.service(), why),
        "mend the deployment or wait for its end; `gcloud run services describe %s %s` shows it"
            .formatted(Shell.word(request.service()), place(request)));
  }

  Gap withoutTime(String revision) {
    return Gap.of(
        GapReason.MALFORMED,
        "the answer about revision %s has no create_time".formatted(revision),
        "check what serves at " + api.address());
  }

  private static String place(DeploymentRequest request) {
    return "--region=%s --project=%s"
        .formatted(Shell.word(request.region()), Shell.word(request.project()));
  }

  private static String words(Condition condition) {
    return Stream.of(
            condition.type() + " " + condition.state(),
            condition.reason().orElse(""),
            condition.message().orElse(""))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }
}

package dev.stageproof.observe;

import dev.stageproof.model.Gap;
import dev.stageproof.observe.DeploymentObservation.Service;
import dev.stageproof.spi.Diagnosis;
import dev.stageproof.spi.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a look at a deployment tells about who can reach the service. */
final class DeploymentDiagnoses {
  private DeploymentDiagnoses() {}

  static List<Diagnosis> of(DeploymentObservation seen) {
    List<Diagnosis> diagnoses = new ArrayList<>();
    String granted =
        seen.previousGap().isEmpty()
            ? "run.services.get, run.revisions.get, run.revisions.list"
            : "run.services.get, run.revisions.get";
    diagnoses.add(Diagnosis.ok(seen.revision().name() + "; granted: " + granted));
    seen.previousGap().map(DeploymentDiagnoses::previous).ifPresent(diagnoses::add);
    ingress(seen.service(), diagnoses);
    return diagnoses;
  }

  /** Without the list of revisions a run is possible, but nothing can be compared. */
  private static Diagnosis previous(Gap gap) {
    return new Diagnosis(
        Diagnosis.Level.WARNING,
        "the previous revision is not known: " + gap.message(),
        Optional.of(gap.settle()),
        gap.permission().map(name -> new Permission(name, DeploymentRequest.ROLE)));
  }

  /**
   * @see <a href="https://cloud.google.com/run/docs/securing/ingress">Network ingress</a>
   */
  private static void ingress(Service service, List<Diagnosis> diagnoses) {
    switch (service.ingress()) {
      case "INTERNAL_ONLY" ->
          diagnoses.add(
              Diagnosis.warning(
                  "ingress is internal: requests from outside the VPC get 404",
                  "run stageproof inside the VPC, for instance in a Cloud Build private pool or a"
                      + " Cloud Run job; log checks work from anywhere"));
      case "INTERNAL_LOAD_BALANCER" ->
          diagnoses.add(
              Diagnosis.warning(
                  "ingress is internal and by load balancer: the run.app address gets 404 from"
                      + " outside the VPC",
                  "name the load balancer's address as `url` under `target`"));
      case "NONE" ->
          diagnoses.add(
              Diagnosis.warning(
                  "ingress is closed: no request reaches the service",
                  "leave `http` checks out, or open the ingress"));
      default -> {
        // ALL: everybody may ask, and the platform's invoker check decides.
      }
    }
  }
}

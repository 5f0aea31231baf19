package dev.stageproof.probes.cloudrun;

import com.google.cloud.run.v2.GetRevisionRequest;
import com.google.cloud.run.v2.GetServiceRequest;
import com.google.cloud.run.v2.Revision;
import com.google.cloud.run.v2.RevisionName;
import com.google.cloud.run.v2.Service;
import com.google.cloud.run.v2.ServiceName;
import dev.stageproof.model.Gap;
import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentObservation.Previous;
import dev.stageproof.observe.DeploymentRequest;
import dev.stageproof.probes.google.Call;
import dev.stageproof.probes.google.LazyClient;
import dev.stageproof.spi.Probe;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.TargetSettings;
import dev.stageproof.spi.UnobservedException;
import java.util.Optional;

/**
 * Asks the Cloud Run Admin API v2 for a service, then for one of its revisions, last for the list
 * of revisions to find the previous one.
 */
public final class CloudRunProbe implements Probe<DeploymentRequest, DeploymentObservation> {

  private final LazyClient<RunClients> clients =
      new LazyClient<>(RunClients::api, RunClients::open, RunClients::close);

  @Override
  public Class<DeploymentRequest> requestType() {
    return DeploymentRequest.class;
  }

  @Override
  public DeploymentObservation observe(DeploymentRequest request, ProbeContext context)
      throws UnobservedException, InterruptedException {
    RunClients open = clients.get(context);
    DeploymentQuestions questions =
        new DeploymentQuestions(request, RunClients.api(context.settings()));
    Service service =
        new Call(questions.service(), context)
            .of(open.services().getServiceCallable(), serviceOf(request));
    String name = revisionName(request, service);
    Revision revision =
        new Call(questions.revision(name), context)
            .of(open.revisions().getRevisionCallable(), revisionOf(request, name));
    if (!revision.hasCreateTime()) {
      throw new UnobservedException(questions.withoutTime(name));
    }
    Optional<Previous> previous =
        new PreviousRevision(open.revisions(), questions.revisions(), context)
            .of(revision, serviceOf(request).getName());
    return new DeploymentObservation(
        ServiceReader.read(service), RevisionReader.read(revision), previous);
  }

  private static GetServiceRequest serviceOf(DeploymentRequest request) {
    ServiceName name = ServiceName.of(request.project(), request.region(), request.service());
    return GetServiceRequest.newBuilder().setName(name.toString()).build();
  }

  private static GetRevisionRequest revisionOf(DeploymentRequest request, String revision) {
    RevisionName name =
        RevisionName.of(request.project(), request.region(), request.service(), revision);
    return GetRevisionRequest.newBuilder().setName(name.toString()).build();
  }

  private static String revisionName(DeploymentRequest request, Service service)
      throws UnobservedException {
    if (!request.revision().equals(TargetSettings.LATEST_READY)) {
      return request.revision();
    }
    if (service.getLatestReadyRevision().isEmpty()) {
      Gap gap = DeploymentQuestions.neverReady(request, ServiceReader.read(service));
      throw new UnobservedException(gap);
    }
    return Names.last(service.getLatestReadyRevision());
  }

  @Override
  public void close() {
    clients.close();
  }
}

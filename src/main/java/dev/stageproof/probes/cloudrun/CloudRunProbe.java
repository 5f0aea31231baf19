package dev.stageproof.probes.cloudrun;

import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentRequest;
import dev.stageproof.probes.google.GoogleApi;
import dev.stageproof.probes.google.LazyClient;
import dev.stageproof.spi.Probe;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;

/**
 * Asks the Cloud Run Admin API v2 for a service, then for one of its revisions, last for the list
 * of revisions to find the previous one.
 */
public final class CloudRunProbe implements Probe<DeploymentRequest, DeploymentObservation> {

  private final LazyClient<RunClients> clients =
      new LazyClient<>(GoogleApi::run, RunClients::open, RunClients::close);

  @Override
  public Class<DeploymentRequest> requestType() {
    return DeploymentRequest.class;
  }

  @Override
  public DeploymentObservation observe(DeploymentRequest request, ProbeContext context)
      throws UnobservedException, InterruptedException {
    RunClients open = clients.get(context);
    DeploymentQuestions questions =
        new DeploymentQuestions(request, GoogleApi.run(context.settings()));
    return new DeploymentLook(request, open, questions, context).observe();
  }

  @Override
  public void close() {
    clients.close();
  }
}

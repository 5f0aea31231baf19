package dev.stageproof.probes.job;

import dev.stageproof.observe.JobTrialObservation;
import dev.stageproof.observe.JobTrialRequest;
import dev.stageproof.probes.google.GoogleApi;
import dev.stageproof.probes.google.LazyClient;
import dev.stageproof.spi.Probe;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.util.Optional;

/** Has Cloud Run check whether it would create a job, without creating it. */
public final class JobTrialProbe implements Probe<JobTrialRequest, JobTrialObservation> {
  private final LazyClient<JobClients> clients;

  /** Of the probe that keeps the clients, and closes them. */
  JobTrialProbe(LazyClient<JobClients> clients) {
    this.clients = clients;
  }

  @Override
  public Class<JobTrialRequest> requestType() {
    return JobTrialRequest.class;
  }

  @Override
  public JobTrialObservation observe(JobTrialRequest request, ProbeContext context)
      throws UnobservedException, InterruptedException {
    JobClients open = clients.get(context);
    JobQuestions questions =
        new JobQuestions(request.job(), GoogleApi.run(context.settings()), context);
    String name = request.job().job(context.attempt());
    JobMessage message = new JobMessage(request.job(), Optional.empty());
    questions.create(open, message.creation(name).toBuilder().setValidateOnly(true).build());
    return new JobTrialObservation(name);
  }
}

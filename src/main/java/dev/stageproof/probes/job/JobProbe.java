package dev.stageproof.probes.job;

import dev.stageproof.observe.JobObservation;
import dev.stageproof.observe.JobRequest;
import dev.stageproof.probes.google.GoogleApi;
import dev.stageproof.probes.google.LazyClient;
import dev.stageproof.spi.Probe;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs a program as a Cloud Run job and tells what it did.
 *
 * <p>Whatever becomes of a look, the job is deleted: on a thread of its own, which no interruption
 * of the look reaches, within {@link Cleanup#LIMIT}. {@link #close} waits for that.
 */
public final class JobProbe implements Probe<JobRequest, JobObservation> {

  private final LazyClient<JobClients> clients =
      new LazyClient<>(GoogleApi::run, JobClients::open, JobClients::close);

  private final Set<Cleanup> cleanups = ConcurrentHashMap.newKeySet();
  private final JobLog log;

  /**
   * @param log reads the lines of the jobs' programs
   */
  public JobProbe(JobLog log) {
    this.log = log;
  }

  @Override
  public Class<JobRequest> requestType() {
    return JobRequest.class;
  }

  @Override
  public JobObservation observe(JobRequest request, ProbeContext context)
      throws UnobservedException, InterruptedException {
    JobClients open = clients.get(context);
    GoogleApi api = GoogleApi.run(context.settings());
    Cleanup cleanup = new Cleanup(request, open, api, context);
    cleanups.add(cleanup);
    return new JobLook(request, open, api, context, cleanup, log).observe();
  }

  /** Asks whether jobs would be created; closed with this probe. */
  public JobTrialProbe trials() {
    return new JobTrialProbe(clients);
  }

  /** Waits until every job is deleted, or can't be; a few seconds at the most. */
  @Override
  public void close() {
    cleanups.forEach(Cleanup::await);
    clients.close();
  }
}

package dev.stageproof.probes.job;

import com.google.cloud.run.v2.CreateJobRequest;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.JobRequest;
import dev.stageproof.probes.google.Asked;
import dev.stageproof.probes.google.Call;
import dev.stageproof.probes.google.GoogleApi;
import dev.stageproof.probes.google.Refusals;
import dev.stageproof.spi.Permission;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.util.Locale;

/** The calls for one job, and what their failures mean. */
record JobQuestions(JobRequest request, GoogleApi api, ProbeContext context) {
  private static final String ACT_AS = "iam.serviceAccounts.actAs";
  private static final String SLOW = "raise `timeout` of the check, then run again";

  /**
   * A call about the job or its execution.
   *
   * @param permission that it needs; the role stands in the request
   */
  Call call(String permission) {
    return call(
        permission,
        Gap.of(
            GapReason.NOT_FOUND,
            "the Cloud Run job is gone: somebody else has deleted it, or its execution",
            "find out who deletes jobs in %s of %s, then run again"
                .formatted(request.revision().region(), request.revision().project())));
  }

  /** The read of the revision that the job is to be like. */
  Call revision() {
    return call(
        "run.revisions.get",
        Gap.of(
            GapReason.NOT_FOUND,
            "there is no revision %s of service %s any more"
                .formatted(request.revision().revision(), request.revision().service()),
            "name another `revision`"));
  }

  private Call call(String permission, Gap missing) {
    Permission needed =
        request.permissions().stream()
            .filter(one -> one.name().equals(permission))
            .findFirst()
            .orElseThrow();
    return new Call(new Asked(api, request.revision().project(), needed, missing, SLOW), context);
  }

  /** Creates the job, or tries it: once, for a second call would find the first one's job. */
  void create(JobClients clients, CreateJobRequest message)
      throws UnobservedException, InterruptedException {
    try {
      var unused = call("run.jobs.create").once(clients.jobs().createJobCallable(), message);
    } catch (UnobservedException e) {
      throw actAs(e);
    }
  }

  /** Who creates a job for a service account must be allowed to act as that one. */
  private UnobservedException actAs(UnobservedException failed) {
    String detail = Refusals.detail(failed);
    if (!detail.toLowerCase(Locale.ROOT).contains(ACT_AS.toLowerCase(Locale.ROOT))) {
      return failed;
    }
    Gap gap =
        Gap.noPermission(
            "the Cloud Run job needs the permission " + ACT_AS + ": " + detail,
            "grant roles/iam.serviceAccountUser on that service account to the account that runs"
                + " stageproof, or set `job.service-account` to another",
            ACT_AS);
    return new UnobservedException(gap, failed.getCause());
  }
}

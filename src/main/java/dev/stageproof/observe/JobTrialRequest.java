package dev.stageproof.observe;

import dev.stageproof.spi.Diagnosis;
import dev.stageproof.spi.Permission;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Shell;
import java.util.List;
import java.util.Optional;

/**
 * Has Cloud Run check whether it would create a job; creates nothing.
 *
 * @param job what would be created
 */
public record JobTrialRequest(JobRequest job) implements Request<JobTrialObservation> {

  @Override
  public String kind() {
    return "cloud-run-job-trial";
  }

  @Override
  public String subject() {
    return "creating a Cloud Run job in " + job.revision().region() + ", as a trial";
  }

  @Override
  public Class<JobTrialObservation> observationType() {
    return JobTrialObservation.class;
  }

  /** gcloud has no such trial. */
  @Override
  public List<String> reproduce() {
    String body =
        "{\"template\":{\"template\":{\"containers\":[{\"image\":\"" + job.image() + "\"}]}}}";
    String url =
        "https://run.googleapis.com/v2/projects/%s/locations/%s/jobs?jobId=%s&validateOnly=true"
            .formatted(job.revision().project(), job.revision().region(), job.job(1));
    return List.of(
        "curl -sS -H \"Authorization: Bearer $(gcloud auth print-access-token)\" -H "
            + Shell.word("Content-Type: application/json")
            + " -d "
            + Shell.word(body)
            + " "
            + Shell.word(url));
  }

  @Override
  public Optional<Permission> permission() {
    return job.permission();
  }

  @Override
  public List<Permission> permissions() {
    return job.permissions();
  }

  @Override
  public String whom() {
    return job.whom();
  }

  @Override
  public Optional<String> cost() {
    return Optional.of("1 Cloud Run Admin call, that creates nothing");
  }

  @Override
  public List<Diagnosis> diagnose(JobTrialObservation seen) {
    return List.of(Diagnosis.ok("it would be created; granted: run.jobs.create"));
  }
}

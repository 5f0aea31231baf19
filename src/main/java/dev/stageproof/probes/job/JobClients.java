package dev.stageproof.probes.job;

import com.google.api.gax.core.CredentialsProvider;
import com.google.cloud.run.v2.ExecutionsClient;
import com.google.cloud.run.v2.ExecutionsSettings;
import com.google.cloud.run.v2.JobsClient;
import com.google.cloud.run.v2.JobsSettings;
import com.google.cloud.run.v2.RevisionsClient;
import com.google.cloud.run.v2.RevisionsSettings;
import com.google.cloud.run.v2.TasksClient;
import com.google.cloud.run.v2.TasksSettings;
import dev.stageproof.probes.google.GoogleApi;
import java.io.IOException;

/** The clients of the Cloud Run Admin API that a job needs. */
record JobClients(
    JobsClient jobs, ExecutionsClient executions, TasksClient tasks, RevisionsClient revisions) {

  /** Credentials are looked for by the first; the others find the same. */
  static JobClients open(GoogleApi api) throws IOException {
    JobsClient jobs = jobs(api);
    try {
      return new JobClients(jobs, executions(api), tasks(api), revisions(api));
    } catch (IOException e) {
      jobs.close();
      throw e;
    }
  }

  private static JobsClient jobs(GoogleApi api) throws IOException {
    CredentialsProvider google = JobsSettings.defaultCredentialsProviderBuilder().build();
    return JobsClient.create(
        api.reach(
                JobsSettings.newBuilder(),
                JobsSettings.defaultGrpcTransportProviderBuilder(),
                google)
            .build());
  }

  private static ExecutionsClient executions(GoogleApi api) throws IOException {
    CredentialsProvider google = ExecutionsSettings.defaultCredentialsProviderBuilder().build();
    return ExecutionsClient.create(
        api.reach(
                ExecutionsSettings.newBuilder(),
                ExecutionsSettings.defaultGrpcTransportProviderBuilder(),
                google)
            .build());
  }

  private static TasksClient tasks(GoogleApi api) throws IOException {
    CredentialsProvider google = TasksSettings.defaultCredentialsProviderBuilder().build();
    return TasksClient.create(
        api.reach(
                TasksSettings.newBuilder(),
                TasksSettings.defaultGrpcTransportProviderBuilder(),
                google)
            .build());
  }

  private static RevisionsClient revisions(GoogleApi api) throws IOException {
    CredentialsProvider google = RevisionsSettings.defaultCredentialsProviderBuilder().build();
    return RevisionsClient.create(
        api.reach(
                RevisionsSettings.newBuilder(),
                RevisionsSettings.defaultGrpcTransportProviderBuilder(),
                google)
            .build());
  }

  void close() {
    jobs.close();
    executions.close();
    tasks.close();
    revisions.close();
  }
}

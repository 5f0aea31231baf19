package dev.stageproof.sandbox;

import com.google.cloud.run.v2.CreateJobRequest;
import com.google.cloud.run.v2.DeleteJobRequest;
import com.google.cloud.run.v2.GetJobRequest;
import com.google.cloud.run.v2.Job;
import com.google.cloud.run.v2.ListJobsRequest;
import com.google.cloud.run.v2.ListJobsResponse;
import com.google.cloud.run.v2.RunJobRequest;
import com.google.longrunning.GetOperationRequest;
import com.google.longrunning.Operation;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Answers the Cloud Run Admin API v2 about jobs, and about operations on them. */
final class JobsService {
  private static final String JOBS = "google.cloud.run.v2.Jobs";
  private static final Pattern ID = Pattern.compile("[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

  private final Scenario scenario;
  private final JobStore store;
  private final Programs programs;

  JobsService(Scenario scenario, JobStore store, Programs programs) {
    this.scenario = scenario;
    this.store = store;
    this.programs = programs;
  }

  List<Rpc<?, ?>> rpcs() {
    Operation operation = Operation.getDefaultInstance();
    return List.of(
        Rpc.run(
            JOBS,
            "CreateJob",
            CreateJobRequest.getDefaultInstance(),
            operation,
            "run.jobs.create",
            request -> request.getParent() + "/jobs/" + request.getJobId(),
            this::create),
        Rpc.run(
            JOBS,
            "GetJob",
            GetJobRequest.getDefaultInstance(),
            Job.getDefaultInstance(),
            "run.jobs.get",
            GetJobRequest::getName,
            request -> job(request.getName()).job()),
        Rpc.run(
            JOBS,
            "ListJobs",
            ListJobsRequest.getDefaultInstance(),
            ListJobsResponse.getDefaultInstance(),
            "run.jobs.list",
            ListJobsRequest::getParent,
            this::list),
        Rpc.run(
            JOBS,
            "RunJob",
            RunJobRequest.getDefaultInstance(),
            operation,
            "run.jobs.run",
            RunJobRequest::getName,
            this::run),
        Rpc.run(
            JOBS,
            "DeleteJob",
            DeleteJobRequest.getDefaultInstance(),
            operation,
            "run.jobs.delete",
            DeleteJobRequest::getName,
            this::delete),
        new Rpc<>(
            Api.RUN,
            "google.longrunning.Operations",
            "GetOperation",
            GetOperationRequest.getDefaultInstance(),
            operation,
            "run.operations.get",
            GetOperationRequest::getName,
            GetOperationRequest::getName,
            this::operation));
  }

  Operation create(CreateJobRequest request) {
    requireParent(request.getParent(), "run.jobs.create");
    if (!ID.matcher(request.getJobId()).matches()) {
      throw Refusal.invalid("job_id must be a DNS label, found '" + request.getJobId() + "'");
    }
    if (request.getJob().getTemplate().getTemplate().getContainersCount() == 0) {
      throw Refusal.invalid("job.template.template.containers: must have a container");
    }
    String name = Names.parent(scenario) + "/jobs/" + request.getJobId();
    StagedJob job = store.staged(request.getJob(), name);
    if (request.getValidateOnly()) {
      return store.begin(request.getJob(), () -> Optional.of(request.getJob()));
    }
    if (!store.create(job)) {
      throw Status.ALREADY_EXISTS
          .withDescription("Resource '" + request.getJobId() + "' already exists.")
          .asRuntimeException();
    }
    return store.begin(request.getJob(), () -> Optional.of(job.job()));
  }

  private ListJobsResponse list(ListJobsRequest request) {
    requireParent(request.getParent(), "run.jobs.list");
    return ListJobsResponse.newBuilder()
        .addAllJobs(store.all().map(StagedJob::job).toList())
        .build();
  }

  Operation run(RunJobRequest request) {
    StagedJob staged = job(request.getName());
    if (programs == Programs.REFUSED) {
      throw Status.FAILED_PRECONDITION
          .withDescription(
              "this sandbox runs no programs; start `stageproof demo` with --allow-exec")
          .asRuntimeException();
    }
    StagedExecution started = store.run(staged, staged.job());
    return store.begin(
        started.execution(), () -> started.run().end().map(end -> started.execution()));
  }

  Operation delete(DeleteJobRequest request) {
    StagedJob staged = job(request.getName());
    if (staged.running()) {
      throw Status.FAILED_PRECONDITION
          .withDescription(
              "Job has running executions. Please delete running executions before deleting the"
                  + " job.")
          .asRuntimeException();
    }
    store.delete(staged);
    Job last = staged.job();
    return store.begin(last, () -> Optional.of(last));
  }

  private Operation operation(GetOperationRequest request) {
    return store
        .operation(request.getName())
        .orElseThrow(() -> notFound("OPERATION", request.getName()));
  }

  /** The job of that name, or of the execution or task of that name. */
  StagedJob job(String fullName) {
    String[] parts = fullName.split("/", -1);
    String name = String.join("/", List.of(parts).subList(0, Math.min(parts.length, 6)));
    return store.find(name).orElseThrow(() -> notFound("JOB", name));
  }

  StatusRuntimeException notFound(String kind, String name) {
    return Refusal.notFound(
        kind, name.substring(name.lastIndexOf('/') + 1), scenario.region(), scenario.project());
  }

  private void requireParent(String parent, String permission) {
    if (!parent.startsWith("projects/" + scenario.project() + "/")) {
      throw Refusal.denied(permission, parent);
    }
    if (!parent.equals(Names.parent(scenario))) {
      throw Refusal.invalid("'" + parent + "' is not the sandbox's " + Names.parent(scenario));
    }
  }
}

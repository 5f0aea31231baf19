package dev.stageproof.sandbox;

import com.google.cloud.run.v2.CancelExecutionRequest;
import com.google.cloud.run.v2.DeleteExecutionRequest;
import com.google.cloud.run.v2.Execution;
import com.google.cloud.run.v2.GetExecutionRequest;
import com.google.cloud.run.v2.GetTaskRequest;
import com.google.cloud.run.v2.ListExecutionsRequest;
import com.google.cloud.run.v2.ListExecutionsResponse;
import com.google.cloud.run.v2.ListTasksRequest;
import com.google.cloud.run.v2.ListTasksResponse;
import com.google.cloud.run.v2.Task;
import com.google.longrunning.Operation;
import io.grpc.Status;
import java.util.List;
import java.util.Optional;

/** Answers the Cloud Run Admin API v2 about executions of jobs and their tasks. */
final class ExecutionsService {
  private static final String EXECUTIONS = "google.cloud.run.v2.Executions";
  private static final String TASKS = "google.cloud.run.v2.Tasks";

  private final JobStore store;
  private final JobsService jobs;

  ExecutionsService(JobStore store, JobsService jobs) {
    this.store = store;
    this.jobs = jobs;
  }

  List<Rpc<?, ?>> rpcs() {
    Operation operation = Operation.getDefaultInstance();
    return List.of(
        Rpc.run(
            EXECUTIONS,
            "GetExecution",
            GetExecutionRequest.getDefaultInstance(),
            Execution.getDefaultInstance(),
            "run.executions.get",
            GetExecutionRequest::getName,
            request -> execution(request.getName()).execution()),
        Rpc.run(
            EXECUTIONS,
            "ListExecutions",
            ListExecutionsRequest.getDefaultInstance(),
            ListExecutionsResponse.getDefaultInstance(),
            "run.executions.list",
            ListExecutionsRequest::getParent,
            request ->
                ListExecutionsResponse.newBuilder()
                    .addAllExecutions(jobs.job(request.getParent()).executions())
                    .build()),
        Rpc.run(
            EXECUTIONS,
            "CancelExecution",
            CancelExecutionRequest.getDefaultInstance(),
            operation,
            "run.executions.cancel",
            CancelExecutionRequest::getName,
            this::cancel),
        Rpc.run(
            EXECUTIONS,
            "DeleteExecution",
            DeleteExecutionRequest.getDefaultInstance(),
            operation,
            "run.executions.delete",
            DeleteExecutionRequest::getName,
            this::delete),
        Rpc.run(
            TASKS,
            "GetTask",
            GetTaskRequest.getDefaultInstance(),
            Task.getDefaultInstance(),
            "run.tasks.get",
            GetTaskRequest::getName,
            request ->
                jobs.job(request.getName())
                    .task(request.getName())
                    .orElseThrow(() -> jobs.notFound("TASK", request.getName()))),
        Rpc.run(
            TASKS,
            "ListTasks",
            ListTasksRequest.getDefaultInstance(),
            ListTasksResponse.getDefaultInstance(),
            "run.tasks.list",
            ListTasksRequest::getParent,
            request ->
                ListTasksResponse.newBuilder()
                    .addTasks(execution(request.getParent()).task())
                    .build()));
  }

  private StagedExecution execution(String name) {
    return jobs.job(name).execution(name).orElseThrow(() -> jobs.notFound("EXECUTION", name));
  }

  private Operation cancel(CancelExecutionRequest request) {
    StagedExecution execution = execution(request.getName());
    if (execution.run().end().isPresent()) {
      throw Status.FAILED_PRECONDITION
          .withDescription("Execution has already completed.")
          .asRuntimeException();
    }
    execution.run().cancel();
    return store.begin(
        execution.execution(), () -> execution.run().end().map(end -> execution.execution()));
  }

  private Operation delete(DeleteExecutionRequest request) {
    StagedExecution execution = execution(request.getName());
    execution.run().cancel();
    jobs.job(request.getName()).remove(execution);
    Execution last = execution.execution();
    return store.begin(last, () -> Optional.of(last));
  }
}

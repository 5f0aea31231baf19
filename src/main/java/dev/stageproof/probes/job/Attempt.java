package dev.stageproof.probes.job;

import com.google.cloud.run.v2.Execution;
import com.google.cloud.run.v2.ListTasksRequest;
import com.google.cloud.run.v2.Task;
import com.google.cloud.run.v2.TaskAttemptResult;
import dev.stageproof.spi.UnobservedException;
import java.util.List;

/**
 * The only attempt of an execution's only task.
 *
 * @param ended the execution, after its end
 */
record Attempt(JobQuestions questions, JobClients clients, Execution ended) {

  /** How it ended; of an execution that succeeded no task is asked. */
  TaskAttemptResult result() throws UnobservedException, InterruptedException {
    if (ended.getSucceededCount() > 0) {
      return TaskAttemptResult.getDefaultInstance();
    }
    List<Task> tasks =
        questions
            .call("run.tasks.list")
            .of(
                clients.tasks().listTasksCallable(),
                ListTasksRequest.newBuilder().setParent(ended.getName()).build())
            .getTasksList();
    return tasks.stream()
        .filter(Task::hasLastAttemptResult)
        .findFirst()
        .map(Task::getLastAttemptResult)
        .orElse(TaskAttemptResult.getDefaultInstance());
  }
}

package dev.stageproof.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.cloud.run.v2.Condition;
import com.google.cloud.run.v2.Execution;
import com.google.cloud.run.v2.ExecutionReference;
import com.google.cloud.run.v2.ExecutionTemplate;
import com.google.cloud.run.v2.Job;
import com.google.cloud.run.v2.TaskTemplate;
import com.google.protobuf.Timestamp;
import java.util.List;
import java.util.Map;

/**
 * A job and an execution as the Admin API v1 shows them, made from what v2 shows.
 *
 * @see <a href="https://cloud.google.com/run/docs/reference/rest/v1/namespaces.jobs">Job</a>
 * @see <a href="https://cloud.google.com/run/docs/reference/rest/v1/namespaces.executions">
 *     Execution</a>
 */
record KnativeJob(Scenario scenario) {
  static final String API_VERSION = "run.googleapis.com/v1";

  /** The label that names the job of an execution. */
  private static final String JOB = "run.googleapis.com/job";

  /** The label by which gcloud looks for executions that are going on. */
  private static final String STATE = "run.googleapis.com/servingState";

  ObjectNode json(Job job) {
    ObjectNode json = resource("Job");
    String name = last(job.getName());
    json.set("metadata", metadata("jobs", name, job.getUid(), job.getCreateTime()));
    json.withObject("/metadata").put("generation", job.getGeneration());
    put(json.withObject("/metadata/annotations"), job.getAnnotationsMap());
    ObjectNode labels = json.withObject("/metadata/labels");
    put(labels, job.getLabelsMap());
    labels.put(KnativeMetadata.LOCATION, scenario.region());
    json.putObject("spec").set("template", template(job.getTemplate()));
    ObjectNode status = json.putObject("status");
    status.put("observedGeneration", job.getObservedGeneration());
    status.set("conditions", conditions(List.of(job.getTerminalCondition())));
    status.put("executionCount", job.getExecutionCount());
    if (job.hasLatestCreatedExecution()) {
      status.set("latestCreatedExecution", latest(job.getLatestCreatedExecution()));
    }
    return json;
  }

  ObjectNode json(Execution execution) {
    ObjectNode json = resource("Execution");
    String name = last(execution.getName());
    json.set(
        "metadata", metadata("executions", name, execution.getUid(), execution.getCreateTime()));
    json.withObject("/metadata").put("generation", execution.getGeneration());
    ObjectNode labels = json.withObject("/metadata/labels");
    put(labels, execution.getLabelsMap());
    labels.put(KnativeMetadata.LOCATION, scenario.region()).put(JOB, execution.getJob());
    if (execution.getRunningCount() > 0) {
      labels.put(STATE, "Active");
    }
    ObjectNode spec = json.putObject("spec");
    spec.put("parallelism", execution.getParallelism()).put("taskCount", execution.getTaskCount());
    spec.putObject("template").set("spec", task(execution.getTemplate()));
    json.set("status", status(execution));
    return json;
  }

  private static ObjectNode resource(String kind) {
    return JsonNodeFactory.instance.objectNode().put("apiVersion", API_VERSION).put("kind", kind);
  }

  private ObjectNode metadata(String kind, String name, String uid, Timestamp created) {
    return KnativeMetadata.of(scenario, API_VERSION, kind, name, uid)
        .put("creationTimestamp", KnativeMetadata.time(created));
  }

  private static ObjectNode template(ExecutionTemplate asked) {
    ObjectNode template = JsonNodeFactory.instance.objectNode();
    put(template.withObject("/metadata/annotations"), asked.getAnnotationsMap());
    put(template.withObject("/metadata/labels"), asked.getLabelsMap());
    ObjectNode spec = template.putObject("spec").put("taskCount", asked.getTaskCount());
    spec.putObject("template").set("spec", task(asked.getTemplate()));
    return template;
  }

  private static ObjectNode task(TaskTemplate task) {
    ObjectNode spec = JsonNodeFactory.instance.objectNode();
    ArrayNode containers = spec.putArray("containers");
    task.getContainersList().forEach(each -> containers.add(KnativeContainer.container(each)));
    spec.put("maxRetries", task.getMaxRetries());
    spec.put("timeoutSeconds", Long.toString(task.getTimeout().getSeconds()));
    return spec.put("serviceAccountName", task.getServiceAccount());
  }

  private static ObjectNode latest(ExecutionReference execution) {
    ObjectNode latest = JsonNodeFactory.instance.objectNode();
    latest.put("name", execution.getName());
    latest.put("creationTimestamp", KnativeMetadata.time(execution.getCreateTime()));
    if (execution.hasCompletionTime()) {
      latest.put("completionTimestamp", KnativeMetadata.time(execution.getCompletionTime()));
    }
    return latest.put("completionStatus", execution.getCompletionStatus().name());
  }

  private static ObjectNode status(Execution execution) {
    ObjectNode status = JsonNodeFactory.instance.objectNode();
    status.put("observedGeneration", execution.getObservedGeneration());
    status.set("conditions", conditions(execution.getConditionsList()));
    status.put("startTime", KnativeMetadata.time(execution.getStartTime()));
    if (execution.hasCompletionTime()) {
      status.put("completionTime", KnativeMetadata.time(execution.getCompletionTime()));
    }
    return status
        .put("runningCount", execution.getRunningCount())
        .put("succeededCount", execution.getSucceededCount())
        .put("failedCount", execution.getFailedCount())
        .put("cancelledCount", execution.getCancelledCount());
  }

  private static ArrayNode conditions(List<Condition> all) {
    ArrayNode conditions = JsonNodeFactory.instance.arrayNode();
    all.forEach(each -> conditions.add(KnativeMetadata.condition(each)));
    return conditions;
  }

  private static void put(ObjectNode json, Map<String, String> texts) {
    texts.forEach(json::put);
  }

  private static String last(String fullName) {
    return fullName.substring(fullName.lastIndexOf('/') + 1);
  }
}

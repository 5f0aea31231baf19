package dev.stageproof.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.cloud.run.v2.CreateJobRequest;
import com.google.cloud.run.v2.DeleteJobRequest;
import com.google.cloud.run.v2.Execution;
import com.google.cloud.run.v2.RunJobRequest;
import com.google.longrunning.Operation;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Jobs and their executions in the Cloud Run Admin API v1, on top of what answers v2.
 *
 * @see <a href="https://cloud.google.com/run/docs/reference/rest/v1/namespaces.jobs">
 *     namespaces.jobs</a>
 */
final class JobFace {
  private static final String API = "/apis/" + KnativeJob.API_VERSION + "/";
  private static final String NAMESPACE = Pattern.quote(API) + "namespaces/([^/]+)";
  private static final String JOB = NAMESPACE + "/jobs/([^/:]+)";
  private static final JsonMapper JSON = new JsonMapper();

  private final Scenario scenario;
  private final JobStore store;
  private final JobsService jobs;
  private final KnativeJob form;

  JobFace(Scenario scenario, JobStore store, JobsService jobs) {
    this.scenario = scenario;
    this.store = store;
    this.jobs = jobs;
    this.form = new KnativeJob(scenario);
  }

  List<RunMethod> methods() {
    return Stream.concat(jobMethods(), executionMethods()).toList();
  }

  private Stream<RunMethod> jobMethods() {
    return Stream.of(
        new RunMethod(
            "POST",
            Pattern.compile(NAMESPACE + "/jobs"),
            "namespaces.jobs.create",
            "run.jobs.create",
            (path, question) -> create(JSON.readTree(question.body()))),
        new RunMethod(
            "GET",
            Pattern.compile(NAMESPACE + "/jobs"),
            "namespaces.jobs.list",
            "run.jobs.list",
            (path, question) ->
                RunFace.list(
                    KnativeJob.API_VERSION,
                    "JobList",
                    store.all().map(job -> form.json(job.job())).toList())),
        new RunMethod(
            "GET",
            Pattern.compile(JOB),
            "namespaces.jobs.get",
            "run.jobs.get",
            (path, question) -> form.json(job(path.group(2)).job())),
        new RunMethod(
            "PUT",
            Pattern.compile(JOB),
            "namespaces.jobs.replaceJob",
            "run.jobs.update",
            (path, question) -> replace(path.group(2), JSON.readTree(question.body()))),
        new RunMethod(
            "DELETE",
            Pattern.compile(JOB),
            "namespaces.jobs.delete",
            "run.jobs.delete",
            (path, question) -> delete(path.group(2))),
        new RunMethod(
            "POST",
            Pattern.compile(JOB + ":run"),
            "namespaces.jobs.run",
            "run.jobs.run",
            (path, question) -> run(path.group(2), JSON.readTree(question.body()))));
  }

  private Stream<RunMethod> executionMethods() {
    return Stream.of(
        new RunMethod(
            "GET",
            Pattern.compile(NAMESPACE + "/executions/([^/:]+)"),
            "namespaces.executions.get",
            "run.executions.get",
            (path, question) -> execution(path.group(2))),
        new RunMethod(
            "GET",
            Pattern.compile(NAMESPACE + "/executions"),
            "namespaces.executions.list",
            "run.executions.list",
            (path, question) ->
                RunFace.list(
                    KnativeJob.API_VERSION,
                    "ExecutionList",
                    executions(question.parameter("labelSelector")))));
  }

  /**
   * Refuses what is asked of jobs of another region than the sandbox's.
   *
   * @param path of anything in the API
   */
  static void refuse(String path, String region, Scenario scenario) {
    if (path.startsWith(API)) {
      throw Refusal.invalid(
          "'projects/%s/locations/%s' is not the sandbox's %s"
              .formatted(scenario.project(), region, Names.parent(scenario)));
    }
  }

  private String fullName(String job) {
    return Names.parent(scenario) + "/jobs/" + job;
  }

  private StagedJob job(String name) {
    return jobs.job(fullName(name));
  }

  private ObjectNode create(JsonNode asked) {
    String name = asked.at("/metadata/name").asText();
    var unused =
        jobs.create(
            CreateJobRequest.newBuilder()
                .setParent(Names.parent(scenario))
                .setJobId(name)
                .setJob(KnativeJobReader.job(asked))
                .build());
    return form.json(job(name).job());
  }

  private ObjectNode replace(String name, JsonNode asked) {
    StagedJob job = job(name);
    store.replace(job, KnativeJobReader.job(asked));
    return form.json(job.job());
  }

  private ObjectNode delete(String name) {
    var unused = jobs.delete(DeleteJobRequest.newBuilder().setName(fullName(name)).build());
    return JsonNodeFactory.instance
        .objectNode()
        .put("apiVersion", "v1")
        .put("kind", "Status")
        .put("status", "Success");
  }

  private ObjectNode run(String name, JsonNode asked) throws IOException {
    if (!asked.path("overrides").isEmpty()) {
      throw Refusal.invalid("overrides: the sandbox runs a job as it was created, without any");
    }
    Operation begun = jobs.run(RunJobRequest.newBuilder().setName(fullName(name)).build());
    return form.json(begun.getMetadata().unpack(Execution.class));
  }

  private Stream<Execution> executions() {
    return store.all().flatMap(job -> job.executions().stream());
  }

  private ObjectNode execution(String name) {
    return executions()
        .filter(one -> one.getName().endsWith("/executions/" + name))
        .findFirst()
        .map(form::json)
        .orElseThrow(() -> missing(name));
  }

  private StatusRuntimeException missing(String execution) {
    return jobs.notFound("EXECUTION", execution);
  }

  /** All, or those that have the labels of a selector such as "a = b, c = d". */
  private List<ObjectNode> executions(Optional<String> selector) {
    List<String> wanted =
        Arrays.stream(selector.orElse("").replace(" ", "").split(",", -1))
            .filter(each -> !each.isEmpty())
            .toList();
    return executions()
        .map(form::json)
        .filter(one -> wanted.stream().allMatch(clause -> holds(clause, one)))
        .toList();
  }

  private static boolean holds(String clause, ObjectNode execution) {
    String[] sides = clause.split("=", 2);
    return sides.length == 2
        && execution.at("/metadata/labels").path(sides[0]).asText().equals(sides[1]);
  }
}

package dev.stageproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.api.gax.core.NoCredentialsProvider;
import com.google.cloud.run.v2.Job;
import com.google.cloud.run.v2.JobsClient;
import com.google.cloud.run.v2.JobsSettings;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jobs by the Admin API v1, beside what v2 says of the same. */
class JobFaceTest {
  private static final String JOBS = "/apis/run.googleapis.com/v1/namespaces/netra-staging/jobs";
  private static final String EXECUTIONS = JOBS.replace("/jobs", "/executions");
  private static final String RUNNING =
      "?labelSelector=run.googleapis.com/job%20=%20trial,run.googleapis.com/servingState%20=%20Active";

  private final JsonMapper json = new JsonMapper();
  private final HttpClient client = HttpClient.newHttpClient();
  private Sandbox sandbox;

  private void start(Programs programs, Faults faults) {
    sandbox =
        Sandbox.start(Scenario.named("issue-965").withFaults(faults), Clock.systemUTC(), programs);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private JsonNode call(String verb, String path, String body) throws Exception {
    URI uri = URI.create(sandbox.loggingRestEndpoint() + path.substring(1));
    HttpRequest request = HttpRequest.newBuilder(uri).method(verb, body(body)).build();
    return json.readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private static HttpRequest.BodyPublisher body(String text) {
    return text.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(text);
  }

  private String refusal(String verb, String path, String body) throws Exception {
    return call(verb, path, body).at("/error/message").asText();
  }

  private ObjectNode wanted(String... command) {
    ObjectNode job = json.createObjectNode();
    job.putObject("metadata").put("name", "trial");
    ObjectNode spec = job.withObject("/spec/template/spec/template/spec");
    ObjectNode container = spec.putArray("containers").addObject().put("image", "acme/backend");
    for (String word : command) {
      container.withArray("/command").add(word);
    }
    container.withArray("/env").addObject().put("name", "MODE").put("value", "a,b");
    container
        .withArray("/env")
        .addObject()
        .put("name", "KEY")
        .withObject("/valueFrom/secretKeyRef")
        .put("name", "key")
        .put("key", "3");
    container.withObject("/resources/limits").put("memory", "512Mi");
    spec.put("timeoutSeconds", "90").put("maxRetries", 0);
    return job;
  }

  @Test
  void aJobIsTheSameInBothApis() throws Exception {
    start(Programs.RUN, Faults.none());
    JsonNode created = call("POST", JOBS, wanted("true").toString());
    assertThat(created.at("/status/conditions/0/status").asText()).isEqualTo("Unknown");
    JsonNode job = call("GET", JOBS + "/trial", "");
    assertThat(job.at("/status/conditions/0/status").asText()).isEqualTo("True");
    JsonNode task = job.at("/spec/template/spec/template/spec");
    assertThat(task.at("/containers/0/env/1/valueFrom/secretKeyRef/key").asText()).isEqualTo("3");
    assertThat(task.path("timeoutSeconds").asText()).isEqualTo("90");
    assertThat(task.at("/containers/0/resources/limits/memory").asText()).isEqualTo("512Mi");
    try (JobsClient jobs = google()) {
      Job same = jobs.getJob("projects/netra-staging/locations/us-central1/jobs/trial");
      assertThat(same.getTemplate().getTemplate().getTimeout().getSeconds()).isEqualTo(90);
      assertThat(same.getTemplate().getTemplate().getContainers(0).getEnv(1).getValueSource())
          .hasToString("secret_key_ref {\n  secret: \"key\"\n  version: \"3\"\n}\n");
    }
  }

  private JobsClient google() throws Exception {
    var channel = JobsSettings.defaultGrpcTransportProviderBuilder();
    channel.setChannelConfigurator(builder -> builder.usePlaintext());
    return JobsClient.create(
        JobsSettings.newBuilder()
            .setEndpoint(sandbox.runEndpoint().substring("http://".length()))
            .setCredentialsProvider(NoCredentialsProvider.create())
            .setTransportChannelProvider(channel.build())
            .build());
  }

  @Test
  void aReplacedJobRunsAsItIsWantedNow() throws Exception {
    start(Programs.RUN, Faults.none());
    call("POST", JOBS, wanted("true").toString());
    JsonNode replaced = call("PUT", JOBS + "/trial", wanted("cat", "/no/such/file").toString());
    assertThat(replaced.at("/metadata/generation").asInt()).isEqualTo(2);
    assertThat(replaced.at("/status/observedGeneration").asInt()).isEqualTo(2);
    JsonNode begun = call("POST", JOBS + "/trial:run", "{}");
    String name = begun.at("/metadata/name").asText();
    assertThat(begun.at("/spec/template/spec/containers/0/command/0").asText()).isEqualTo("cat");
    String namespace = begun.at("/metadata/namespace").asText();
    assertThat(call("GET", EXECUTIONS.replace("netra-staging", namespace) + "/" + name, ""))
        .isNotEmpty();
  }

  @Test
  void whatGoesOnIsFoundByItsLabelsAndKeepsItsJob() throws Exception {
    start(Programs.RUN, Faults.none());
    call("POST", JOBS, wanted("sleep", "60").toString());
    call("POST", JOBS + "/trial:run", "{}");
    JsonNode running = call("GET", EXECUTIONS + RUNNING, "");
    assertThat(running.at("/items")).hasSize(1);
    assertThat(running.at("/items/0/status/conditions/0/status").asText()).isEqualTo("Unknown");
    assertThat(running.at("/items/0/status/runningCount").asInt()).isEqualTo(1);
    assertThat(call("GET", EXECUTIONS + RUNNING.replace("trial", "other"), "").at("/items"))
        .isEmpty();
    assertThat(refusal("DELETE", JOBS + "/trial", "")).startsWith("Job has running executions.");
    assertThat(call("GET", JOBS, "").at("/items/0/status/latestCreatedExecution"))
        .hasSize(3)
        .anyMatch(text -> text.asText().equals("EXECUTION_RUNNING"));
  }

  @Test
  void whatTheSandboxDoesNotDoIsRefused() throws Exception {
    start(Programs.REFUSED, Faults.none());
    ObjectNode mounting = wanted("true");
    mounting.withObject("/spec/template/spec/template/spec").putArray("volumes").add("x");
    assertThat(refusal("POST", JOBS, mounting.toString()))
        .isEqualTo("volumes: the sandbox gives a job none by this API");
    assertThat(refusal("POST", JOBS, "{}"))
        .isEqualTo("spec.template.spec.template.spec.containers: must have a container");
    call("POST", JOBS, wanted("true").toString());
    assertThat(refusal("POST", JOBS, wanted("true").toString()))
        .isEqualTo("Resource 'trial' already exists.");
    assertThat(refusal("POST", JOBS + "/trial:run", "{}"))
        .isEqualTo("this sandbox runs no programs; start `stageproof demo` with --allow-exec");
    assertThat(refusal("POST", JOBS + "/trial:run", "{\"overrides\": {\"taskCount\": 2}}"))
        .isEqualTo("overrides: the sandbox runs a job as it was created, without any");
    assertThat(refusal("GET", EXECUTIONS + "/trial-x", ""))
        .isEqualTo(
            "Resource 'trial-x' of kind 'EXECUTION' in region 'us-central1' in project"
                + " 'netra-staging' does not exist.");
    assertThat(call("DELETE", JOBS + "/trial", "").at("/status").asText()).isEqualTo("Success");
    assertThat(sandbox.jobs()).isEmpty();
  }

  @Test
  void anotherRegionHasNoJobsAndFaultsHoldHereToo() throws Exception {
    start(Programs.RUN, Faults.denying("run.jobs.delete"));
    URI door = URI.create(sandbox.loggingRestEndpoint());
    HttpClient proxied =
        HttpClient.newBuilder()
            .proxy(ProxySelector.of(new InetSocketAddress(door.getHost(), door.getPort())))
            .build();
    URI elsewhere = URI.create("http://europe-west1-run.sandbox" + JOBS);
    HttpResponse<String> answer =
        proxied.send(
            HttpRequest.newBuilder(elsewhere).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(json.readTree(answer.body()).at("/error/message").asText())
        .isEqualTo(
            "'projects/netra-staging/locations/europe-west1' is not the sandbox's"
                + " projects/netra-staging/locations/us-central1");
    assertThat(refusal("DELETE", JOBS + "/trial", ""))
        .isEqualTo(
            "Permission 'run.jobs.delete' denied on resource 'namespaces/netra-staging/jobs/trial'"
                + " (or resource may not exist).");
  }
}

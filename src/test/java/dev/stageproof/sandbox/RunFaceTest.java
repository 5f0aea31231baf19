package dev.stageproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.cloud.run.v2.Revision;
import com.google.cloud.run.v2.VpcAccess.VpcEgress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The Admin API v1, beside what v2 says of the same. */
class RunFaceTest {
  private static final String NAMESPACE = "/apis/serving.knative.dev/v1/namespaces/netra-staging";
  private static final String SERVICE = NAMESPACE + "/services/netra-backend-staging";
  private static final String NAC = "netra-backend-staging-00634-nac";
  private static final String TUL = "netra-backend-staging-00633-tul";

  private final JsonMapper json = new JsonMapper();
  private Sandbox sandbox;

  private void start(Scenario scenario) {
    sandbox = Sandbox.start(scenario, new HandClock());
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private URI uri(String path) {
    return URI.create(sandbox.loggingRestEndpoint() + path.substring(1));
  }

  private JsonNode get(String path) throws Exception {
    return send(HttpRequest.newBuilder(uri(path)), HttpClient.newHttpClient());
  }

  private JsonNode send(HttpRequest.Builder request, HttpClient client) throws Exception {
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return json.readTree(answer.body());
  }

  @Test
  void aServiceHasItsTrafficWithTagsAndAddresses() throws Exception {
    start(Scenario.named("issue-1182"));
    JsonNode service = get(SERVICE);
    assertThat(service.at("/status/traffic/0/revisionName").asText()).isEqualTo(NAC);
    assertThat(service.at("/status/traffic/0/latestRevision").asBoolean()).isTrue();
    assertThat(service.at("/status/traffic/0/percent").asInt()).isEqualTo(100);
    assertThat(service.at("/status/traffic/1/tag").asText()).isEqualTo("before-1182");
    assertThat(service.at("/status/traffic/1/url").asText())
        .isEqualTo(sandbox.tagUrls().get("before-1182"));
    assertThat(service.at("/status/url").asText()).isEqualTo(sandbox.serviceUrl());
    JsonNode annotations = service.at("/metadata/annotations");
    assertThat(annotations.path("run.googleapis.com/client-name").asText()).isEqualTo("gcloud");
    assertThat(annotations.path("serving.knative.dev/lastModifier").asText())
        .startsWith("deployer@");
    assertThat(annotations.path("run.googleapis.com/custom-audiences").asText())
        .isEqualTo("[\"https://netra-backend-staging-pnovr5vsba-uc.a.run.app\"]");
  }

  @Test
  void aRevisionHasInAnnotationsWhatV2HasInFields() throws Exception {
    start(Scenario.named("issue-1182"));
    JsonNode revision = get(NAMESPACE + "/revisions/" + NAC);
    JsonNode annotations = revision.at("/metadata/annotations");
    assertThat(annotations.path("autoscaling.knative.dev/maxScale").asText()).isEqualTo("10");
    assertThat(annotations.path("run.googleapis.com/vpc-access-egress").asText())
        .isEqualTo("private-ranges-only");
    assertThat(annotations.path("run.googleapis.com/cloudsql-instances").asText())
        .isEqualTo("netra-staging:us-central1:staging-shared-postgres");
    JsonNode container = revision.at("/spec/containers/0");
    assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/health");
    assertThat(container.at("/env").findValuesAsText("name")).contains("POSTGRES_PASSWORD");
    assertThat(revision.at("/status/imageDigest").asText()).endsWith("8a1d7c6e924");
    try (GoogleClients clients = new GoogleClients(sandbox)) {
      Revision same =
          clients.revisions.getRevision(
              "projects/netra-staging/locations/us-central1/services/netra-backend-staging"
                  + "/revisions/"
                  + NAC);
      assertThat(same.getVpcAccess().getEgress()).isEqualTo(VpcEgress.PRIVATE_RANGES_ONLY);
      assertThat(same.getVpcAccess().getConnector()).endsWith("/staging-connector");
      assertThat(same.getVolumes(0).getCloudSqlInstance().getInstances(0))
          .endsWith(":staging-shared-postgres");
      assertThat(same.getContainers(0).getLivenessProbe().getHttpGet().getPort()).isEqualTo(8080);
      assertThat(same.getAnnotationsMap()).containsValue("issue-1182");
    }
  }

  @Test
  void anImageByTagHasItsDigestInTheStatus() throws Exception {
    start(Scenario.named("issue-1100"));
    JsonNode revision = get(NAMESPACE + "/revisions/netra-backend-staging-00631-xgf");
    assertThat(revision.at("/spec/containers/0/image").asText()).endsWith(":issue-1100");
    assertThat(revision.at("/status/imageDigest").asText())
        .startsWith("gcr.io/netra-staging/netra-backend-staging@sha256:b7d42e90");
  }

  @Test
  void aReplacedServiceTakesItsTraffic() throws Exception {
    start(Scenario.named("issue-1182"));
    ObjectNode service = (ObjectNode) get(SERVICE);
    service
        .withArray("/spec/traffic")
        .removeAll()
        .addObject()
        .put("revisionName", TUL)
        .put("percent", 100);
    JsonNode after = put(service);
    assertThat(after.at("/status/traffic/0/revisionName").asText()).isEqualTo(TUL);
    assertThat(after.at("/metadata/generation").asInt()).isEqualTo(635);
    assertThat(get(SERVICE).at("/status/traffic")).hasSize(1);
  }

  @Test
  void trafficThatCannotBeIsRefused() throws Exception {
    start(Scenario.named("issue-1182"));
    ObjectNode service = (ObjectNode) get(SERVICE);
    service.withArray("/spec/traffic").addObject().put("revisionName", TUL).put("percent", 1);
    assertThat(put(service).at("/error/message").asText())
        .isEqualTo("traffic adds up to 101 percent, not 100");
    ObjectNode tagged = (ObjectNode) get(SERVICE);
    tagged.withArray("/spec/traffic").addObject().put("revisionName", TUL).put("tag", "new");
    assertThat(put(tagged).at("/error/message").asText())
        .startsWith("the sandbox has no address for tag new, only for [");
  }

  private JsonNode put(JsonNode service) throws Exception {
    return send(
        HttpRequest.newBuilder(uri(SERVICE)).PUT(BodyPublishers.ofString(service.toString())),
        HttpClient.newHttpClient());
  }

  @Test
  void anotherRegionHasNoSuchService() throws Exception {
    start(Scenario.named("issue-1182"));
    URI door = URI.create(sandbox.loggingRestEndpoint());
    HttpClient proxied =
        HttpClient.newBuilder()
            .proxy(ProxySelector.of(new InetSocketAddress(door.getHost(), door.getPort())))
            .build();
    assertThat(send(in("us-central1"), proxied).at("/metadata/name").asText())
        .isEqualTo("netra-backend-staging");
    assertThat(send(in("europe-west1"), proxied).at("/error/message").asText())
        .isEqualTo(
            "Resource 'netra-backend-staging' of kind 'SERVICE' in region 'europe-west1' in project"
                + " 'netra-staging' does not exist.");
  }

  private static HttpRequest.Builder in(String region) {
    return HttpRequest.newBuilder(URI.create("http://" + region + "-run.sandbox" + SERVICE));
  }

  @Test
  void refusalsNameThePermissionAndTheResource() throws Exception {
    start(Scenario.named("issue-1182").withFaults(Faults.denying("run.services.get")));
    assertThat(get(SERVICE).at("/error/message").asText())
        .isEqualTo(
            "Permission 'run.services.get' denied on resource"
                + " 'namespaces/netra-staging/services/netra-backend-staging' (or resource may not"
                + " exist).");
    assertThat(get(NAMESPACE + "/revisions").at("/items")).hasSize(2);
    assertThat(get(NAMESPACE + "/revisions/x").at("/error/status").asText()).isEqualTo("NOT_FOUND");
    assertThat(sandbox.calls().count("namespaces.revisions.list")).isEqualTo(1);
  }
}

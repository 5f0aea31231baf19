package dev.stageproof.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.cloud.run.v2.IngressTraffic;
import com.google.logging.type.LogSeverity;
import com.google.logging.v2.LogEntry;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cloud Run's front end before a service that not everybody may call, and its metadata server. */
class PrivateServiceTest {
  private static final String CUSTOM = "https://backend.example.com";

  private final HandClock clock = new HandClock();
  private final HttpClient http = HttpClient.newHttpClient();
  private Sandbox sandbox;

  private void start(Scenario scenario) {
    sandbox = Sandbox.start(scenario, clock);
  }

  private void start() {
    start(Scenario.named("traffic-pinned").withAccess(Access.PRIVATE, CUSTOM));
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private HttpResponse<String> healthAt(String url, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/health"));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> health(String... headers) throws Exception {
    return healthAt(sandbox.serviceUrl(), headers);
  }

  private HttpResponse<String> metadata(String path, String... headers) throws Exception {
    URI uri = URI.create("http://" + sandbox.metadataHost() + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private String token(String audience) throws Exception {
    String path =
        "/computeMetadata/v1/instance/service-accounts/default/identity?format=full&audience=";
    HttpResponse<String> answer =
        metadata(path + URLEncoder.encode(audience, UTF_8), "Metadata-Flavor", "Google");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Metadata-Flavor")).contains("Google");
    return answer.body();
  }

  private String bearer(String audience) throws Exception {
    return "Bearer " + token(audience);
  }

  @Test
  void withoutATokenTheFrontEndForbids() throws Exception {
    start();
    HttpResponse<String> answer = health();
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=UTF-8");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    assertThat(answer.body())
        .contains("<title>403 Forbidden</title>")
        .contains(
            "<h2>Your client does not have permission to get URL <code>/health</code> from this"
                + " server.</h2>");
  }

  @Test
  void aTokenForTheServiceOrACustomAudienceOpens() throws Exception {
    start();
    assertThat(health("Authorization", bearer(sandbox.serviceUrl())).statusCode()).isEqualTo(200);
    assertThat(health("authorization", "bearer " + token(CUSTOM)).statusCode()).isEqualTo(200);
  }

  @Test
  void atATagTheAudienceStaysTheService() throws Exception {
    start();
    String tag = sandbox.tagUrls().get("candidate");
    assertThat(healthAt(tag, "Authorization", bearer(sandbox.serviceUrl())).statusCode())
        .isEqualTo(200);
    assertThat(healthAt(tag, "Authorization", bearer(tag)).statusCode()).isEqualTo(401);
  }

  @Test
  void aTokenForSomebodyElseIsUnauthorized() throws Exception {
    start();
    HttpResponse<String> answer = health("Authorization", bearer("https://other.example.com"));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .contains(
            "Bearer error=\"invalid_token\" error_description=\"The access token could not be"
                + " verified\"");
    assertThat(answer.body()).contains("<h1>Error: Unauthorized</h1>");
  }

  @Test
  void anExpiredTokenIsUnauthorized() throws Exception {
    start();
    String bearer = bearer(sandbox.serviceUrl());
    clock.forward(Duration.ofMinutes(59));
    assertThat(health("Authorization", bearer).statusCode()).isEqualTo(200);
    clock.forward(Duration.ofMinutes(1));
    assertThat(health("Authorization", bearer).statusCode()).isEqualTo(401);
  }

  @Test
  void aTokenOfAnotherMakerAndAChangedOneAreUnauthorized() throws Exception {
    start();
    String[] parts = token(CUSTOM).split("\\.", -1);
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
    String other = claims.replace(CUSTOM, sandbox.serviceUrl());
    String changed =
        parts[0]
            + "."
            + Base64.getUrlEncoder().withoutPadding().encodeToString(other.getBytes(UTF_8))
            + "."
            + parts[2];
    String foreign =
        new IdTokens(clock, "x@y.iam.gserviceaccount.com").make(sandbox.serviceUrl(), true);
    for (String bad : List.of(changed, foreign, "ya29.opaque", "a.b.c", "")) {
      assertThat(health("Authorization", "Bearer " + bad).statusCode()).as(bad).isEqualTo(401);
    }
    assertThat(health("Authorization", "Basic eDp5").statusCode()).isEqualTo(401);
  }

  @Test
  void theServerlessHeaderIsCheckedInPlaceOfTheOther() throws Exception {
    start();
    String good = bearer(sandbox.serviceUrl());
    String own = "X-Serverless-Authorization";
    assertThat(health(own, good, "Authorization", "Bearer of-the-app").statusCode()).isEqualTo(200);
    assertThat(health(own, "Bearer nonsense", "Authorization", good).statusCode()).isEqualTo(401);
  }

  @Test
  void whatTheContainerNeverSawIsInTheRequestLogWithoutAnInstance() throws Exception {
    start();
    health();
    health("Authorization", "Bearer nonsense");
    health("Authorization", bearer(CUSTOM));
    List<LogEntry> entries = ownRequests();
    assertThat(entries)
        .extracting(entry -> entry.getHttpRequest().getStatus())
        .containsExactly(403, 401, 200);
    assertThat(entries)
        .extracting(entry -> entry.containsLabels("instanceId"))
        .containsExactly(false, false, true);
    assertThat(entries.get(0).getSeverity()).isEqualTo(LogSeverity.WARNING);
    assertThat(entries.get(0).getTextPayload())
        .startsWith("The request was not authenticated. Either allow unauthenticated invocations");
    assertThat(entries.get(1).getTextPayload())
        .startsWith("The request was not authorized to invoke this service.");
    assertThat(entries.get(2).hasHttpRequest()).isTrue();
    assertThat(entries.get(2).getTextPayload()).isEmpty();
  }

  private List<LogEntry> ownRequests() throws IOException {
    try (GoogleClients clients = new GoogleClients(sandbox)) {
      return clients
          .logging
          .listLogEntriesCallable()
          .call(
              GoogleClients.entries("httpRequest.requestUrl:\"/health\"").setPageSize(1000).build())
          .getEntriesList();
    }
  }

  @Test
  void aCallerWithoutTheRoleIsForbiddenWithAnyToken() throws Exception {
    start(
        Scenario.named("traffic-pinned")
            .withAccess(Access.PRIVATE)
            .withFaults(Faults.denying("run.routes.invoke")));
    HttpResponse<String> answer = health("Authorization", bearer(sandbox.serviceUrl()));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(ownRequests().get(0).getTextPayload()).startsWith("The request was not authorized");
  }

  @Test
  void anInternalServiceIsNotFoundFromOutside() throws Exception {
    String json =
        Files.readString(Path.of("src/main/resources/dev/stageproof/sandbox/traffic-pinned.json"));
    String internal =
        json.replace(
            IngressTraffic.INGRESS_TRAFFIC_ALL.name(),
            IngressTraffic.INGRESS_TRAFFIC_INTERNAL_ONLY.name());
    start(Scenario.parse(internal));
    assertThat(health().statusCode()).isEqualTo(404);
    assertThat(ownRequests()).isEmpty();
  }

  @Test
  void theMetadataServerWantsItsHeader() throws Exception {
    start();
    HttpResponse<String> answer = metadata("/computeMetadata/v1/project/project-id");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).isEqualTo("Missing Metadata-Flavor:Google header.");
    assertThat(answer.headers().firstValue("Metadata-Flavor")).contains("Google");
  }

  @Test
  void theMetadataServerTellsWhoItIs() throws Exception {
    start();
    String[] header = {"Metadata-Flavor", "Google"};
    assertThat(metadata("/computeMetadata/v1/project/project-id", header).body())
        .isEqualTo("netra-staging");
    String account = "/computeMetadata/v1/instance/service-accounts/default/";
    assertThat(metadata(account + "email", header).body())
        .isEqualTo("stageproof@netra-staging.iam.gserviceaccount.com");
    JsonNode token = new JsonMapper().readTree(metadata(account + "token", header).body());
    assertThat(token.at("/access_token").asText()).startsWith("ya29.");
    assertThat(token.at("/token_type").asText()).isEqualTo("Bearer");
    assertThat(metadata(account + "identity", header).statusCode()).isEqualTo(400);
    assertThat(metadata(account + "keys", header).statusCode()).isEqualTo(404);
    assertThat(metadata("/", header).statusCode()).isEqualTo(200);
    assertThat(sandbox.calls().all()).extracting(CallLog.Call::api).containsOnly(Api.METADATA);
  }

  @Test
  void aTokenSaysWhatGooglesSay() throws Exception {
    start();
    String claims = token(CUSTOM).split("\\.", -1)[1];
    JsonNode json = new JsonMapper().readTree(Base64.getUrlDecoder().decode(claims));
    assertThat(json.at("/aud").asText()).isEqualTo(CUSTOM);
    assertThat(json.at("/iss").asText()).isEqualTo("https://accounts.google.com");
    assertThat(json.at("/exp").asLong() - json.at("/iat").asLong()).isEqualTo(3600);
    assertThat(json.at("/email").asText()).startsWith("stageproof@");
  }

  @Test
  void aPublicServiceHasNoMetadataServer() {
    start(Scenario.named("traffic-pinned"));
    assertThat(sandbox.metadata()).isEmpty();
    assertThatThrownBy(sandbox::metadataHost).hasMessage("the service is not private");
  }
}

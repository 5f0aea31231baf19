package dev.stageproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.gax.rpc.PermissionDeniedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each permission can be missing alone. */
class PermissionFaultsTest {
  private static final String SERVICE =
      "projects/netra-staging/locations/us-central1/services/netra-backend-staging";
  private static final String REVISION = SERVICE + "/revisions/netra-backend-staging-00640-wob";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run.services.get",
        "run.revisions.get",
        "run.revisions.list",
        "logging.logEntries.list"
      })
  void onePermissionIsMissingAndTheOthersAreThere(String missing) throws IOException {
    Scenario scenario = Scenario.named("issue-965").withFaults(Faults.denying(missing));
    try (Sandbox sandbox = Sandbox.start(scenario, new HandClock());
        GoogleClients clients = new GoogleClients(sandbox)) {
      calls(clients)
          .forEach(
              (permission, call) -> {
                if (permission.equals(missing)) {
                  assertThatThrownBy(call)
                      .isInstanceOf(PermissionDeniedException.class)
                      .hasMessageContaining("Permission '" + missing + "' denied on resource '")
                      .hasMessageContaining("' (or resource may not exist).");
                } else {
                  assertThat(call).satisfies(ThrowingCallable::call);
                }
              });
    }
  }

  private static Map<String, ThrowingCallable> calls(GoogleClients clients) {
    return Map.of(
        "run.services.get", () -> clients.services.getService(SERVICE),
        "run.revisions.get", () -> clients.revisions.getRevision(REVISION),
        "run.revisions.list", () -> clients.revisions.listRevisions(SERVICE).getPage(),
        "logging.logEntries.list",
            () -> clients.logging.listLogEntriesCallable().call(GoogleClients.entries("").build()));
  }

  @ParameterizedTest
  @ValueSource(strings = "run.routes.invoke")
  void aCallerThatMayNotInvokeIsForbiddenAtTheDoor(String missing) throws Exception {
    Scenario scenario = Scenario.named("issue-965").withFaults(Faults.denying(missing));
    try (Sandbox sandbox = Sandbox.start(scenario, new HandClock())) {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(sandbox.serviceUrl() + "/health")).build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("<h1>Error: Forbidden</h1>");
    }
  }
}

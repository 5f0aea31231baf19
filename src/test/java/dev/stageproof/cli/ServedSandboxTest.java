package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.sandbox.Access;
import dev.stageproof.sandbox.Sandbox;
import dev.stageproof.sandbox.Scenario;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** What {@code demo --serve} prints. */
class ServedSandboxTest {
  private static final Path CONFIG = Path.of("config/examples/traffic-pinned.yaml");

  @Test
  void theCommandReachesThePublicService() {
    try (Sandbox sandbox = Sandbox.start(Scenario.named("traffic-pinned"), Clock.systemUTC())) {
      ServedSandbox served = new ServedSandbox(sandbox, CONFIG);
      assertThat(served.command())
          .containsExactly(
              "STAGEPROOF_RUN_ENDPOINT=" + sandbox.runEndpoint() + " \\",
              "STAGEPROOF_LOGGING_ENDPOINT=" + sandbox.loggingEndpoint() + " \\",
              "  ./stageproof validate -c " + CONFIG);
      assertThat(served.notes())
          .contains("Serving " + sandbox.serviceUrl() + "; end with Ctrl-C.")
          .contains("  tag candidate: " + sandbox.tagUrls().get("candidate"))
          .contains("  export CLOUDSDK_API_ENDPOINT_OVERRIDES_RUN=http://run.sandbox/")
          .contains(
              "  export CLOUDSDK_API_ENDPOINT_OVERRIDES_LOGGING=" + sandbox.loggingRestEndpoint());
    }
  }

  @Test
  void ofAPrivateServiceTheMetadataServerIsSaid() {
    Scenario scenario = Scenario.named("issue-965").withAccess(Access.PRIVATE);
    try (Sandbox sandbox = Sandbox.start(scenario, Clock.systemUTC())) {
      ServedSandbox served = new ServedSandbox(sandbox, CONFIG);
      assertThat(served.command()).contains("GCE_METADATA_HOST=" + sandbox.metadataHost() + " \\");
      assertThat(String.join("\n", served.notes()))
          .contains("The service is private; identity tokens come from:")
          .contains("/default/identity?audience=" + sandbox.serviceUrl() + "'")
          .contains("export GCE_METADATA_ROOT=" + sandbox.metadataHost());
    }
  }
}

package dev.stageproof.cli;

import dev.stageproof.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code demo --serve} prints: the command that validates the sandbox, and how to reach it
 * with other programs.
 *
 * @param config that the command names
 */
record ServedSandbox(Sandbox sandbox, Path config) {
  private static final String METADATA = "GCE_METADATA_HOST";

  /** For a shell, on lines that belong together. */
  List<String> command() {
    List<String> lines = new ArrayList<>();
    lines.add("STAGEPROOF_RUN_ENDPOINT=" + sandbox.runEndpoint() + " \\");
    lines.add("STAGEPROOF_LOGGING_ENDPOINT=" + sandbox.loggingEndpoint() + " \\");
    sandbox.metadata().ifPresent(host -> lines.add(METADATA + "=" + host + " \\"));
    lines.add("  ./stageproof validate -c " + config);
    return lines;
  }

  /** For a person. */
  List<String> notes() {
    List<String> lines = new ArrayList<>();
    lines.add("Serving " + sandbox.serviceUrl() + "; end with Ctrl-C.");
    tags().forEach((tag, url) -> lines.add("  tag " + tag + ": " + url));
    sandbox
        .metadata()
        .ifPresent(
            host -> {
              lines.add("The service is private; identity tokens come from:");
              lines.add(
                  "  curl -H 'Metadata-Flavor: Google' 'http://%s/computeMetadata/v1/instance/"
                          .formatted(host)
                      + "service-accounts/default/identity?audience=%s'"
                          .formatted(sandbox.serviceUrl()));
            });
    lines.add("The gcloud commands of a report run against it with:");
    sandbox
        .gcloudEnvironment()
        .forEach((name, value) -> lines.add("  export " + name + "=" + value));
    return lines;
  }

  private Map<String, String> tags() {
    return new TreeMap<>(sandbox.tagUrls());
  }
}

package dev.stageproof.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Resource names and ids of the Admin API v2. */
final class Names {
  private Names() {}

  static String parent(Scenario scenario) {
    return "projects/" + scenario.project() + "/locations/" + scenario.region();
  }

  static String service(Scenario scenario) {
    return parent(scenario) + "/services/" + scenario.service();
  }

  static String revision(Scenario scenario, String revision) {
    return service(scenario) + "/revisions/" + revision;
  }

  /** The address of a revision's log in the Cloud console. */
  static String logUri(Scenario scenario, String revision) {
    return "https://console.cloud.google.com/logs/viewer?project="
        + scenario.project()
        + "&resource=cloud_run_revision/service_name/"
        + scenario.service()
        + "/revision_name/"
        + revision;
  }

  /** The same for the same name, so that runs can be compared. */
  static String uid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  static String etag(String name) {
    return '"' + uid("etag of " + name) + '"';
  }
}

package dev.stageproof.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Resource names and ids of the Admin API v2. */
final class Names {
  /** Twelve digits, as the numbers of projects have. */
  private static final long SMALLEST_NUMBER = 100_000_000_000L;

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

  /** What a project or an account has in place of a name where Google wants digits. */
  static String number(String name) {
    long hashed = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).hashCode();
    return Long.toString(SMALLEST_NUMBER + Integer.toUnsignedLong((int) hashed));
  }

  static String etag(String name) {
    return '"' + uid("etag of " + name) + '"';
  }
}

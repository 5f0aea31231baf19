package dev.stageproof.checks.testsuite;

import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A test that may fail for a while. */
@Doc("A test that may fail for a while. Its failure is reported all the same.")
public record Tolerated(
    @Doc(
            value = "The id of the test: the class, two colons, the name.",
            example = "tests.test_chat::test_reply")
        String test,
    @Doc("Why the failure is acceptable for now.") String reason,
    @Doc(value = "The last day on which it is, UTC.", example = "2026-12-31") LocalDate expires) {

  public Tolerated {
    if (reason.isBlank()) {
      throw new InvalidSetting("reason", "`reason` says why the failure is acceptable for now");
    }
  }

  boolean covers(Instant now) {
    return !now.atZone(ZoneOffset.UTC).toLocalDate().isAfter(expires);
  }
}

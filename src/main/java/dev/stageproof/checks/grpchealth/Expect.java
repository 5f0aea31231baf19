package dev.stageproof.checks.grpchealth;

import dev.stageproof.checks.requests.LatencyExpectation;
import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.OneOrMany;
import dev.stageproof.model.ShortForm;
import java.util.List;
import java.util.stream.Collectors;

/** What the answer has to be like. */
@Doc("What the answer has to be like; every answer, when several are asked for.")
@ShortForm("status")
public record Expect(
    @OneOrMany
        @Doc(
            value = "The right health: SERVING, NOT_SERVING, UNKNOWN, or a list of them.",
            def = "[SERVING]",
            example = "[SERVING, NOT_SERVING]")
        List<ServingStatus> status,
    @Doc("How fast the answers have to be.") LatencyExpectation latency) {

  public Expect {
    status = List.copyOf(status);
    if (status.isEmpty()) {
      throw new InvalidSetting("status", "name at least one status, such as SERVING");
    }
  }

  boolean takes(String told) {
    return status.stream().anyMatch(right -> right.text().equals(told));
  }

  String words() {
    return status.stream().map(ServingStatus::text).collect(Collectors.joining(" or "));
  }
}

package dev.stageproof.judge;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Claim;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Judgment;
import dev.stageproof.model.Waiver;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Cases without a baseline, whose target held still. */
final class Cases {
  private Cases() {}

  static Judgment judge(
      List<CheckResult> checks,
      List<Claim> claims,
      List<Waiver> waivers,
      Optional<Identity> identity,
      LocalDate today) {
    return Judge.judge(
        new Case(
            checks,
            claims,
            waivers,
            identity,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            today));
  }
}

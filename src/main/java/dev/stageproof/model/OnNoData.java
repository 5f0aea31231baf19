package dev.stageproof.model;

import java.util.Optional;

/**
 * What to make of a check that could not see anything.
 *
 * @param then how the verdict counts it
 * @param reason why a pass is acceptable; present exactly when {@code then} is PASS
 */
@Doc("What to make of a check that is INCONCLUSIVE.")
public record OnNoData(
    @Doc(value = "How the verdict counts it.", def = "inconclusive") Then then,
    @Doc("Why that is acceptable; required for `pass`, and shown in the report.")
        Optional<String> reason) {

  /** How the verdict counts an INCONCLUSIVE check. */
  public enum Then {
    @Doc("As what it is: the verdict can't be PASS while a blocking check is unsettled.")
    INCONCLUSIVE,
    @Doc("As a failure.")
    FAIL,
    @Doc("It does not hold the verdict up; needs a reason.")
    PASS
  }

  public OnNoData {
    if (then == Then.PASS && reason.filter(text -> !text.isBlank()).isEmpty()) {
      throw new InvalidSetting("then", "`then: pass` needs a `reason`, which the report shows");
    }
  }

  /** The default: an unsettled check stays unsettled. */
  public static OnNoData strict() {
    return new OnNoData(Then.INCONCLUSIVE, Optional.empty());
  }
}

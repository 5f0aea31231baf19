package dev.stageproof.judge;

import dev.stageproof.model.Remark;
import dev.stageproof.model.Remark.Kind;
import dev.stageproof.model.Waiver;
import dev.stageproof.model.WaiverResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every waiver is listed: who answers for it, until when, why, and what it did in this run. */
final class WaiverRemarks {
  private WaiverRemarks() {}

  static Stream<Remark> on(List<WaiverResult> waivers, List<Counted> checks) {
    return waivers.stream()
        .map(
            result ->
                new Remark(
                    Kind.WAIVER, text(result, checks), Optional.of(result.waiver().check())));
  }

  private static String text(WaiverResult result, List<Counted> checks) {
    Waiver waiver = result.waiver();
    Optional<Counted> check =
        checks.stream().filter(counted -> counted.id().equals(waiver.check())).findFirst();
    return switch (result.use()) {
      case USED -> used(waiver, check.map(Counted::finding).orElse("no finding"));
      case UNUSED -> unused(waiver, check);
      case EXPIRED -> expired(waiver);
    };
  }

  private static String used(Waiver waiver, String finding) {
    String ticket = waiver.ticket().map(where -> ", " + where).orElse("");
    return String.format(
        "Waiver %s covers the failure of %s (%s) until %s: %s (owner %s%s).",
        waiver.id(),
        waiver.check(),
        finding,
        waiver.expires(),
        Words.open(waiver.reason()),
        waiver.owner(),
        ticket);
  }

  private static String unused(Waiver waiver, Optional<Counted> check) {
    return String.format(
        "Waiver %s (owner %s, until %s) was not used: %s.",
        waiver.id(), waiver.owner(), waiver.expires(), whyUnused(waiver, check));
  }

  private static String whyUnused(Waiver waiver, Optional<Counted> check) {
    if (check.isEmpty()) {
      return "the run has no check " + waiver.check();
    }
    return check.get().standing() == Standing.PASSED
        ? waiver.check() + " passed"
        : waiver.check() + " is not settled, and a waiver covers failures only";
  }

  private static String expired(Waiver waiver) {
    return String.format(
        "Waiver %s expired, its last day was %s: it no longer covers %s."
            + " Its owner %s has to renew or remove it.",
        waiver.id(), waiver.expires(), waiver.check(), waiver.owner());
  }
}

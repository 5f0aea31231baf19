package dev.stageproof.judge;

import dev.stageproof.model.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The verdict with its reason in one sentence, which names the checks that decided. */
record Ruling(Verdict verdict, String because) {

  static Ruling on(List<Counted> checks) {
    List<Counted> blocking = checks.stream().filter(counted -> counted.check().blocking()).toList();
    List<Counted> failed = Counted.with(Standing.FAILED, blocking);
    List<Counted> unsettled = Counted.with(Standing.UNSETTLED, blocking);
    if (!failed.isEmpty()) {
      return new Ruling(Verdict.FAIL, named(failed, "failed", "failed"));
    }
    if (!unsettled.isEmpty()) {
      return new Ruling(
          Verdict.INCONCLUSIVE, named(unsettled, "is not settled", "are not settled"));
    }
    return Counted.with(Standing.PASSED, blocking).isEmpty()
        ? new Ruling(Verdict.INCONCLUSIVE, nothingProven(checks, blocking))
        : new Ruling(Verdict.PASS, passed(blocking));
  }

  /** The same, unless it is PASS and something keeps it from that; the checks are named still. */
  Ruling cappedBy(List<String> caps) {
    return verdict == Verdict.PASS && !caps.isEmpty()
        ? new Ruling(Verdict.INCONCLUSIVE, String.join(" ", caps) + " " + because)
        : this;
  }

  private static String named(List<Counted> deciding, String one, String many) {
    if (deciding.size() == 1) {
      Counted only = deciding.get(0);
      return "Blocking check " + only.id() + " " + one + ": " + only.finding() + ".";
    }
    return deciding.size()
        + " blocking checks "
        + many
        + ": "
        + Words.list(grouped(deciding))
        + ".";
  }

  /** Checks with the same finding share its words: "a, b and 5 more (not selected)". */
  private static List<String> grouped(List<Counted> deciding) {
    Map<String, List<String>> byFinding = new LinkedHashMap<>();
    deciding.forEach(
        counted ->
            byFinding.computeIfAbsent(counted.finding(), f -> new ArrayList<>()).add(counted.id()));
    return byFinding.entrySet().stream()
        .map(group -> Words.list(group.getValue()) + " (" + group.getKey() + ")")
        .toList();
  }

  private static String nothingProven(List<Counted> checks, List<Counted> blocking) {
    if (checks.isEmpty()) {
      return "There was no check, so nothing was proven.";
    }
    if (blocking.isEmpty()) {
      return "There was no blocking check, so nothing was proven.";
    }
    return "No blocking check passed" + passedOver(blocking) + ".";
  }

  private static String passed(List<Counted> blocking) {
    List<Counted> passed = Counted.with(Standing.PASSED, blocking);
    String who = Words.list(ids(passed));
    if (blocking.size() == 1) {
      return "The only blocking check, " + who + ", passed.";
    }
    String share =
        passed.size() == blocking.size()
            ? "All " + blocking.size()
            : passed.size() + " of " + blocking.size();
    return share + " blocking checks passed: " + who + passedOver(blocking) + ".";
  }

  /** What neither passed nor held the verdict up. */
  private static String passedOver(List<Counted> blocking) {
    List<String> parts = new ArrayList<>();
    List<Counted> waived = Counted.with(Standing.WAIVED, blocking);
    List<Counted> let = Counted.with(Standing.LET_THROUGH, blocking);
    if (!waived.isEmpty()) {
      parts.add("; failed but waived: " + Words.list(ids(waived)));
    }
    if (!let.isEmpty()) {
      parts.add("; let through without data: " + Words.list(ids(let)));
    }
    return String.join("", parts);
  }

  private static List<String> ids(List<Counted> checks) {
    return checks.stream().map(Counted::id).toList();
  }
}

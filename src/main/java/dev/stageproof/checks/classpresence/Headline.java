package dev.stageproof.checks.classpresence;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Outcome;
import java.util.ArrayList;
import java.util.List;

/** How many of each, then the first thing that is not as expected. */
record Headline(ClassPresenceSettings settings, SeenClasses seen, List<Assertion> absent) {

  String over(List<Assertion> all) {
    List<String> parts = new ArrayList<>();
    int wanted = settings.present().size();
    if (wanted > 0) {
      long found =
          settings.present().stream()
              .filter(one -> !seen.classes().of(one.name()).isEmpty())
              .count();
      parts.add(found + " of " + wanted + " present");
    }
    if (!absent.isEmpty()) {
      long gone = absent.stream().filter(one -> one.outcome() == Outcome.PASS).count();
      parts.add(gone + " of " + absent.size() + " absent");
    }
    return String.join(", ", parts) + " in " + seen.count() + trouble(all);
  }

  /** A contradiction before a lack of proof. */
  private static String trouble(List<Assertion> all) {
    Outcome worst = Outcome.all(all.stream().map(Assertion::outcome).toList());
    return all.stream()
        .filter(one -> worst != Outcome.PASS && one.outcome() == worst)
        .findFirst()
        .map(one -> "; " + one.what() + ": " + one.actual())
        .orElse("");
  }
}

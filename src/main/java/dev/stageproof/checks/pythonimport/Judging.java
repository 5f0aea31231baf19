package dev.stageproof.checks.pythonimport;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Holds what was seen against what is expected, however it was seen. */
record Judging(PythonImportSettings settings, Sighting seen) {

  Evaluation evaluation() {
    List<Assertion> all = new ArrayList<>();
    for (int i = 0; i < settings.imports().size(); i++) {
      all.addAll(
          new WantedAssertions(settings.imports().get(i), seen.wanted().get(i), seen.words())
              .list());
    }
    List<Assertion> absent = absences();
    all.addAll(absent);
    String headline = headline(absent) + trouble(all);
    all.addAll(seen.assertions());
    return Evaluation.of(headline, all).withExcerpts(seen.excerpts()).withRemarks(seen.remarks());
  }

  private List<Assertion> absences() {
    boolean neighbour = seen.wanted().stream().anyMatch(Finding::there);
    List<Assertion> absent = new ArrayList<>();
    for (int i = 0; i < settings.absent().size(); i++) {
      absent.add(
          new AbsenceAssertion(
                  settings.absent().get(i),
                  seen.unwanted().get(i),
                  seen.controls().get(i),
                  neighbour,
                  seen.words())
              .get());
    }
    return absent;
  }

  /** How many of each. */
  private String headline(List<Assertion> absent) {
    long there = seen.wanted().stream().filter(Finding::there).count();
    long gone = absent.stream().filter(one -> one.outcome() == Outcome.PASS).count();
    int wanted = settings.imports().size();
    List<String> parts = new ArrayList<>();
    if (wanted > 0) {
      parts.add(there + " of " + wanted + " " + seen.words().counted(wanted));
    }
    if (!absent.isEmpty()) {
      parts.add(gone + " of " + absent.size() + " absent");
    }
    return String.join(", ", parts) + ", " + seen.by();
  }

  /** The first thing that is not as expected; a contradiction before a lack of proof. */
  private static String trouble(List<Assertion> all) {
    Outcome worst = Outcome.all(all.stream().map(Assertion::outcome).toList());
    return all.stream()
        .filter(one -> worst != Outcome.PASS && one.outcome() == worst)
        .findFirst()
        .map(one -> "; `" + one.what() + "`: " + one.actual())
        .orElse("");
  }
}

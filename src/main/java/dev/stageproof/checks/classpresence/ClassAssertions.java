package dev.stageproof.checks.classpresence;

import dev.stageproof.checks.classpresence.ClassPresenceSettings.Present;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Outcome;
import dev.stageproof.observe.ClassFilesObservation;
import dev.stageproof.observe.ClassFilesObservation.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Holds what was found against what is expected. */
record ClassAssertions(ClassPath path, ClassFilesObservation seen) {

  /** The class itself first, then one for each expectation of it. */
  List<Assertion> present(Present wanted) {
    List<Found> found = seen.of(wanted.name());
    List<Assertion> list = new ArrayList<>();
    list.add(found.isEmpty() ? missing(wanted.name()) : there(wanted.name(), found));
    for (String method : wanted.methods()) {
      list.add(named("method " + method, "declared", wanted, method, Found::methods));
    }
    wanted.superclass().ifPresent(name -> list.add(superclass(wanted, name)));
    for (String name : wanted.interfaces()) {
      list.add(named("interface " + name, "implemented", wanted, name, Found::interfaces));
    }
    return list;
  }

  private Assertion missing(String name) {
    Optional<String> settle =
        seen.nearest().stream()
            .filter(nearest -> nearest.className().equals(name))
            .findFirst()
            .map(nearest -> "Nearest names: " + String.join(", ", nearest.alike()) + ".");
    return new Assertion(name, "present", "not among " + classes(), Outcome.FAIL, settle);
  }

  private Assertion there(String name, List<Found> found) {
    return Assertion.of(name, "present", "in " + places(found), true);
  }

  /** The first occurrence decides: it is the one that Java would load. */
  private Assertion named(
      String what,
      String expected,
      Present wanted,
      String name,
      Function<Found, List<String>> names) {
    String subject = what + " of " + wanted.name();
    Optional<List<String>> actual = seen.of(wanted.name()).stream().findFirst().map(names);
    if (actual.isEmpty()) {
      return unknown(subject, expected);
    }
    boolean holds = actual.get().contains(name);
    String others = actual.get().isEmpty() ? "none" : shortened(actual.get());
    return Assertion.of(subject, expected, holds ? expected : "not; has " + others, holds);
  }

  private Assertion superclass(Present wanted, String expected) {
    String subject = "superclass of " + wanted.name();
    return seen.of(wanted.name()).stream()
        .findFirst()
        .map(Found::superName)
        .map(actual -> Assertion.of(subject, expected, shown(actual), actual.equals(expected)))
        .orElseGet(() -> unknown(subject, expected));
  }

  Assertion absent(String name, int minClasses) {
    List<Found> found = seen.of(name);
    if (!found.isEmpty()) {
      return Assertion.of(name, "absent", "in " + places(found), false);
    }
    if (seen.scanned() < minClasses) {
      return Assertion.unsettled(
          name,
          "absent, among at least " + minClasses + " classes",
          "not among " + classes() + ", too few to tell",
          "Correct `class-path`: a folder is a root of class files, and `folder/*` are its jars.");
    }
    return Assertion.of(name, "absent", "not among " + classes(), true);
  }

  String classes() {
    return seen.scanned() + (seen.scanned() == 1 ? " class" : " classes");
  }

  private static Assertion unknown(String subject, String expected) {
    return Assertion.unsettled(subject, expected, "not seen", "Find the class first.");
  }

  private String places(List<Found> found) {
    return String.join(
        ", ", found.stream().map(hit -> path.shown(hit.place())).distinct().toList());
  }

  private static String shown(String superName) {
    return superName.isEmpty() ? "none" : superName;
  }

  private static String shortened(List<String> names) {
    int most = 8;
    String first = String.join(", ", names.subList(0, Math.min(most, names.size())));
    return names.size() <= most ? first : first + " and " + (names.size() - most) + " more";
  }
}

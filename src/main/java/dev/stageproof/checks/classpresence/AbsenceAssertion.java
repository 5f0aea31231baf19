package dev.stageproof.checks.classpresence;

import dev.stageproof.checks.classpresence.ClassPresenceSettings.Absent;
import dev.stageproof.model.Assertion;
import dev.stageproof.observe.ClassFilesObservation.Found;
import dev.stageproof.observe.ClassFilesObservation.Missing;
import java.util.List;
import java.util.Optional;

/**
 * Tells whether a class is gone. A mistyped name is not there either: something around the class
 * has to be there to show that it would have been found.
 */
record AbsenceAssertion(SeenClasses seen, Absent unwanted, int minClasses) {

  private static final String CORRECT =
      "Correct `class-path`: a folder is a root of class files, and `folder/*` are its jars.";

  Assertion get() {
    String name = unwanted.name();
    List<Found> found = seen.classes().of(name);
    if (!found.isEmpty()) {
      return Assertion.of(name, "absent", "in " + seen.places(found), false);
    }
    if (seen.classes().scanned() < minClasses) {
      return Assertion.unsettled(
          name,
          "absent, among at least " + minClasses + (minClasses == 1 ? " class" : " classes"),
          "not among " + seen.count() + ", too few to tell",
          CORRECT);
    }
    if (seen.doubtful(name)) {
      return Assertion.unsettled(
          name, "absent", "only " + seen.variants(name), SeenClasses.NAME_JAVA);
    }
    return unwanted.control().map(this::controlled).orElseGet(this::surrounded);
  }

  private Assertion controlled(String control) {
    if (seen.classes().of(control).isEmpty()) {
      String near = seen.nearest(control).map(names -> names + " ").orElse("");
      return unsettled(
          "not among " + seen.count() + ", but neither is its control " + control,
          near + "Correct the name, or `class-path`.");
    }
    return gone(control + " is there");
  }

  private Assertion surrounded() {
    Missing missing = seen.classes().missing(unwanted.name()).orElseThrow();
    String own = upTo(unwanted.name());
    if (missing.inPackage() > 0) {
      return gone(amount(missing.inPackage()) + " in " + (own.isEmpty() ? "no package" : own));
    }
    Optional<String> moved = missing.alike().stream().filter(this::sameSimpleName).findFirst();
    if (moved.isPresent()) {
      return unsettled(
          "not among "
              + seen.count()
              + "; nothing is in its package, but "
              + moved.get()
              + " is there",
          "Correct the name; if it is right, name " + moved.get() + " as its `control`.");
    }
    if (missing.around() > 0) {
      return gone(amount(missing.around()) + " in and below " + upTo(own));
    }
    return minClasses > 1 ? gone("") : alone();
  }

  /** Nothing shows that the name is one that could be found. */
  private Assertion alone() {
    String near = seen.nearest(unwanted.name()).map(names -> names + " ").orElse("");
    return unsettled(
        "not among " + seen.count() + ", none of which is in its package or the one around it",
        near
            + "Correct the name; if it is right, name a class that must be there as its `control`,"
            + " or raise `min-classes`.");
  }

  private Assertion gone(String control) {
    String near =
        seen.classes()
            .missing(unwanted.name())
            .flatMap(missing -> missing.alike().stream().findFirst())
            .map(name -> "; nearest name " + name)
            .orElse("");
    String variants = seen.variants(unwanted.name());
    String actual =
        "not among "
            + seen.count()
            + (control.isEmpty() ? "" : "; " + control)
            + (variants.isEmpty() ? near : "; only " + variants);
    return Assertion.of(unwanted.name(), "absent", actual, true);
  }

  private Assertion unsettled(String actual, String settle) {
    return Assertion.unsettled(unwanted.name(), "absent", actual, settle);
  }

  private boolean sameSimpleName(String other) {
    return simple(other).equals(simple(unwanted.name()));
  }

  private static String simple(String name) {
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }

  private static String upTo(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }

  private static String amount(long number) {
    return number + (number == 1 ? " class is" : " classes are");
  }
}

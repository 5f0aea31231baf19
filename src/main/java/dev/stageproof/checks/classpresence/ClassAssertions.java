package dev.stageproof.checks.classpresence;

import dev.stageproof.checks.classpresence.ClassPresenceSettings.Present;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Outcome;
import dev.stageproof.observe.ClassFilesObservation.Declared;
import dev.stageproof.observe.ClassFilesObservation.Found;
import dev.stageproof.observe.ClassFilesObservation.JarVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Holds a class that must be there against what was found. */
record ClassAssertions(SeenClasses seen, Present wanted) {

  /** The class itself first, then one for each expectation of it. */
  List<Assertion> list() {
    List<Assertion> list = new ArrayList<>();
    list.add(present());
    if (wanted.unique()) {
      list.add(unique());
    }
    for (String method : wanted.methods()) {
      list.add(named("method " + method, "declared", Declared::methods, matches(method)));
    }
    wanted.superclass().ifPresent(name -> list.add(superclass(name)));
    for (String name : wanted.interfaces()) {
      list.add(named("interface " + name, "implemented", Declared::interfaces, name::equals));
    }
    for (String name : wanted.annotations()) {
      list.add(named("annotation " + name, "present", Declared::annotations, name::equals));
    }
    wanted.jarVersion().ifPresent(range -> list.add(jarVersion(range)));
    return list;
  }

  private List<Found> found() {
    return seen.classes().of(wanted.name());
  }

  private Assertion present() {
    String name = wanted.name();
    if (!found().isEmpty()) {
      return Assertion.of(name, "present", "in " + seen.places(found()), true);
    }
    if (seen.doubtful(name)) {
      return Assertion.unsettled(
          name, "present", "only " + seen.variants(name), SeenClasses.NAME_JAVA);
    }
    String variants = seen.variants(name);
    String actual = "not among " + seen.count() + (variants.isEmpty() ? "" : "; only " + variants);
    return new Assertion(name, "present", actual, Outcome.FAIL, seen.nearest(name));
  }

  private Assertion unique() {
    String subject = wanted.name() + " on the class path";
    return switch (found().size()) {
      case 0 -> unknown(subject, "once");
      case 1 -> Assertion.of(subject, "once", "once", true);
      default ->
          new Assertion(
              subject,
              "once",
              found().size() + " times: " + seen.places(found()),
              Outcome.FAIL,
              Optional.of("Java loads the first; take the others out of the build."));
    };
  }

  /** The first occurrence decides: it is the one that Java would load. */
  private Optional<Found> first() {
    return found().stream().findFirst();
  }

  private Assertion named(
      String what,
      String expected,
      Function<Declared, List<String>> names,
      Predicate<String> wantedOne) {
    String subject = what + " of " + wanted.name();
    Optional<List<String>> actual = first().map(Found::declared).map(names);
    if (actual.isEmpty()) {
      return unknown(subject, expected);
    }
    boolean holds = actual.get().stream().anyMatch(wantedOne);
    String others = actual.get().isEmpty() ? "none" : shortened(actual.get());
    return Assertion.of(subject, expected, holds ? expected : "not; has " + others, holds);
  }

  /** By its name alone, or with the types of its parameters. */
  private static Predicate<String> matches(String method) {
    String plain = method.replaceAll("\\s", "");
    return plain.contains("(")
        ? plain::equals
        : declared -> declared.substring(0, declared.indexOf('(')).equals(plain);
  }

  private Assertion superclass(String expected) {
    String subject = "superclass of " + wanted.name();
    return first()
        .map(hit -> hit.declared().superName())
        .map(actual -> Assertion.of(subject, expected, shown(actual), actual.equals(expected)))
        .orElseGet(() -> unknown(subject, expected));
  }

  private Assertion jarVersion(VersionRange range) {
    String subject = "version of the jar with " + wanted.name();
    if (first().isEmpty()) {
      return unknown(subject, range.toString());
    }
    Found hit = first().get();
    Optional<JarVersion> version = hit.spot().version();
    return version
        .map(
            actual ->
                Assertion.of(
                    subject,
                    range.toString(),
                    actual.text() + ", by " + told(actual),
                    range.includes(actual.text())))
        .orElseGet(
            () ->
                Assertion.unsettled(
                    subject,
                    range.toString(),
                    "not told by " + seen.shown(hit.spot().place()),
                    "Let the build write `Implementation-Version` into the jar's manifest."));
  }

  private static String told(JarVersion version) {
    return version.source().equals("file name") ? "its file name" : "its " + version.source();
  }

  private static Assertion unknown(String subject, String expected) {
    return Assertion.unsettled(subject, expected, "not seen", "Find the class first.");
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

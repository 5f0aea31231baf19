package dev.stageproof.checks.classpresence;

import dev.stageproof.model.Excerpt;
import dev.stageproof.observe.ClassFilesObservation.Place;
import dev.stageproof.observe.ClassFilesObservation.Variant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows the class path that was searched, and what in it does not count. */
record SearchedPath(SeenClasses seen) {

  private static final int MOST = 40;

  List<Excerpt> excerpts() {
    List<Place> places = seen.classes().places();
    Excerpt path = Excerpt.of("class path searched", lines(places.stream().map(this::line)));
    List<Variant> variants = seen.classes().variants();
    return variants.isEmpty()
        ? List.of(path)
        : List.of(
            path,
            Excerpt.of(
                seen.javaKnown()
                    ? "variants for another Java"
                    : "variants for another Java than any: `java-release` is not known",
                lines(variants.stream().map(this::line))));
  }

  private static String lines(Stream<String> all) {
    List<String> lines = all.toList();
    String first = lines.stream().limit(MOST).collect(Collectors.joining("\n"));
    int left = lines.size() - MOST;
    return left <= 0 ? first : first + "\n… and " + left + " more";
  }

  private String line(Place place) {
    if (place.kind().equals("missing")) {
      return seen.shown(place.path()) + " (not there)";
    }
    String nested = place.jars() == 0 ? "" : ", " + amount(place.jars(), "nested jar", "s");
    return "%s %s: %s%s%s"
        .formatted(
            place.kind(),
            seen.shown(place.path()),
            amount(place.classes(), "class", "es"),
            nested,
            place.layer().map(digest -> ", layer " + digest).orElse(""));
  }

  private String line(Variant other) {
    return other.className()
        + " "
        + SeenClasses.release(other)
        + " in "
        + seen.shown(other.place());
  }

  private static String amount(long number, String one, String plural) {
    return number + " " + one + (number == 1 ? "" : plural);
  }
}

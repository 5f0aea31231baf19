package dev.stageproof.checks.pythonimport;

import dev.stageproof.model.Excerpt;
import dev.stageproof.observe.ImagePythonObservation;
import dev.stageproof.observe.ImagePythonObservation.Definition;
import dev.stageproof.observe.ImagePythonObservation.Place;
import dev.stageproof.observe.ImagePythonObservation.Sought;
import dev.stageproof.observe.ImagePythonObservation.Warned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows the imports as Python writes them, then what was found where. */
record ReadExcerpts(PythonImportSettings settings, ReadSighting sighting) {

  private static final int MOST_WARNINGS = 10;

  List<Excerpt> list() {
    return Stream.of(
            Stream.of(Excerpt.of("image " + seen().digest(), imports())),
            files().stream(),
            Stream.of(Excerpt.of("search path in the image", path())),
            warnings())
        .flatMap(all -> all)
        .toList();
  }

  private ImagePythonObservation seen() {
    return sighting.observation();
  }

  /** What is not there stands as a comment. */
  private String imports() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < settings.imports().size(); i++) {
      lines.add(line(settings.imports().get(i).statement(), sighting.wanted().get(i)));
    }
    for (int i = 0; i < settings.absent().size(); i++) {
      lines.add(line(settings.absent().get(i).statement(), sighting.unwanted().get(i)));
    }
    return String.join("\n", lines);
  }

  private static String line(String statement, Finding finding) {
    return (finding.there() ? "" : "# ") + statement + "  # " + finding.shown();
  }

  private Optional<Excerpt> files() {
    List<String> lines =
        seen().sought().stream()
            .flatMap(one -> one.definition().stream())
            .filter(one -> !one.spot().file().isEmpty())
            .map(ReadExcerpts::file)
            .distinct()
            .toList();
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(Excerpt.of("found in the image", String.join("\n", lines)));
  }

  private static String file(Definition one) {
    String bases = one.bases().isEmpty() ? "" : "(" + String.join(", ", one.bases()) + ")";
    String members = one.members().isEmpty() ? "" : ": " + String.join(", ", one.members());
    String layer = one.layer().isEmpty() ? "" : "  layer " + ReadSighting.shortened(one.layer());
    return one.spot()
        + layer
        + "  "
        + ReadFinding.words(one.kind())
        + " "
        + one.name().orElse(one.module())
        + bases
        + members;
  }

  private String path() {
    return String.join("\n", seen().path().stream().map(ReadExcerpts::place).toList());
  }

  private static String place(Place place) {
    return (place.there() ? place.folder() : "# " + place.folder() + " (not there)")
        + "  # "
        + place.from();
  }

  private Stream<Excerpt> warnings() {
    return settings.imports().stream()
        .map(one -> seen().of(one.python()))
        .map(Sought::warnings)
        .flatMap(List::stream)
        .filter(one -> one.message().isPresent())
        .distinct()
        .limit(MOST_WARNINGS)
        .map(ReadExcerpts::warning);
  }

  private static Excerpt warning(Warned warned) {
    String label = warned.category() + " in " + warned.spot();
    return new Excerpt(
        label, Optional.empty(), Optional.of("WARNING"), warned.message().orElseThrow());
  }
}

package dev.stageproof.checks.pythonimport;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Excerpt;
import java.util.List;
import java.util.Optional;

/** How the imports of one check were seen: each was tried, or its source was read. */
sealed interface Sighting permits ImportedSighting, ReadSighting {

  Words words();

  /** What each wanted import came to, in order. */
  List<Finding> wanted();

  /** What each unwanted import came to, in order. */
  List<Finding> unwanted();

  /** What is around each unwanted import, in order; empty for a top-level module. */
  List<Optional<Finding>> controls();

  /** By what it was seen, for the headline: "Python 3.11.7". */
  String by();

  /** What has to hold of the place itself. */
  List<Assertion> assertions();

  List<Excerpt> excerpts();

  /** What is worth knowing about the place. */
  List<String> remarks();
}

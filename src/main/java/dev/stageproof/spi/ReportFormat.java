package dev.stageproof.spi;

import dev.stageproof.model.RunRecord;
import java.io.IOException;
import java.util.Optional;

/** Renders a run record; a pure function: the same record gives the same bytes. */
public interface ReportFormat {

  /** The KIND of {@code -o KIND=PATH}: lower case, words joined by hyphens. */
  String kind();

  /** The file name's ending without the dot: "md". */
  String extension();

  /** What the format is for, in one sentence. */
  String description();

  /**
   * What has to stand between the kind and the path, as in {@code -o template:FILE=PATH}: "FILE";
   * empty when nothing may.
   */
  default Optional<String> argument() {
    return Optional.empty();
  }

  /**
   * The format with what stood there; asked before the run.
   *
   * @throws IOException when it can't be used; the message names it
   */
  default ReportFormat with(String argument) throws IOException {
    throw new IllegalStateException("format " + kind() + " takes nothing");
  }

  /**
   * Writes the whole report; the caller writes it as UTF-8 and closes {@code out}.
   *
   * @throws NothingToSayException when the record lacks what the report is about
   * @throws IOException when {@code out} or a template can't be used
   */
  void render(RunRecord record, RenderOptions options, Appendable out) throws IOException;
}

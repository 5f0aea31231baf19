package dev.stageproof.spi;

import dev.stageproof.model.RunRecord;
import java.io.IOException;

/** Renders a run record; a pure function: the same record gives the same bytes. */
public interface ReportFormat {

  /** The KIND of {@code -o KIND=PATH}: lower case, words joined by hyphens. */
  String kind();

  /** The file name's ending without the dot: "md". */
  String extension();

  /** What the format is for, in one sentence. */
  String description();

  /**
   * Writes the whole report; the caller writes it as UTF-8 and closes {@code out}.
   *
   * @throws NothingToSayException when the record lacks what the report is about
   * @throws IOException when {@code out} or a template can't be used
   */
  void render(RunRecord record, RenderOptions options, Appendable out) throws IOException;
}

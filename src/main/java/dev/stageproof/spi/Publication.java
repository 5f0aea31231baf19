package dev.stageproof.spi;

import dev.stageproof.model.RunRecord;
import java.io.IOException;

/** A run to be published, and its report as text of any size. */
public interface Publication {

  RunRecord run();

  /**
   * The report in GitHub-flavoured Markdown, whole or with sections left out, which it says.
   *
   * @param most the most characters that it may have
   * @throws IOException when a template can't be used
   */
  String markdown(int most) throws IOException;
}

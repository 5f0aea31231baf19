package dev.stageproof.spi;

import dev.stageproof.model.InvalidSetting;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Puts what a run came to where people read it; found by ServiceLoader. */
public interface Publisher {

  /** Names the place: lower case, words joined by hyphens. */
  String kind();

  /**
   * Makes ready what is to be sent; sends nothing and needs no credentials.
   *
   * @param settings what the user says, by the names of the options
   * @param environment the process's variables
   * @throws InvalidSetting when a setting can't be used or is missing
   * @throws IOException when the report can't be rendered
   */
  Posting prepare(
      Publication publication, Map<String, String> settings, Map<String, String> environment)
      throws IOException;

  /** What is to be sent. */
  interface Posting {

    /** Everything that would be sent, in order, for a person to read; without credentials. */
    List<String> preview();

    /**
     * Sends it, within a time limit of its own.
     *
     * @return what was done, one line each
     * @throws InvalidSetting when the environment holds no credentials that can be used
     * @throws UnpublishedException when the place refuses or can't be reached
     * @throws InterruptedException when the process is to end
     */
    List<String> send() throws UnpublishedException, InterruptedException;
  }
}

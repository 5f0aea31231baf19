package dev.stageproof.probes.job;

import java.util.Optional;

/**
 * What a look has left in the project so far.
 *
 * @param created whether there may be a job
 * @param certain whether there is one for sure: the API has said so
 * @param running whether the job may have an execution that goes on
 * @param execution the full name of that execution, when the API has told it
 */
record Remains(boolean created, boolean certain, boolean running, Optional<String> execution) {

  /** Nothing was asked for. */
  static Remains none() {
    return new Remains(false, false, false, Optional.empty());
  }

  /** A job is asked for. */
  static Remains asked() {
    return new Remains(true, false, false, Optional.empty());
  }

  /** There is a job, and nothing of it runs. */
  static Remains job() {
    return new Remains(true, true, false, Optional.empty());
  }

  /** An execution is asked for. */
  static Remains starting() {
    return new Remains(true, true, true, Optional.empty());
  }

  /** An execution goes on. */
  static Remains running(String execution) {
    return new Remains(true, true, true, Optional.of(execution));
  }
}

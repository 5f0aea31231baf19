package dev.stageproof.spi;

import dev.stageproof.model.Evaluation;
import dev.stageproof.model.ReportSettings.Section;
import java.time.Duration;

/**
 * The code behind one kind of check. Both methods are pure functions: no network, file, process,
 * clock or state; they may be called from any thread and any number of times.
 *
 * @param <C> the check's settings: a record whose components carry {@link
 *     dev.stageproof.model.Doc}, bound from the keys beside {@code type} in the configuration
 */
public interface CheckType<C extends Record> {

  /** The name in the configuration's {@code type}: lower case, words joined by hyphens. */
  String name();

  /** What the check type is called in a report's heading: "HTTP endpoint". */
  String title();

  /** The report section of checks that name no group of their own. */
  default Section section() {
    return Section.GROUPS;
  }

  /** The record that the settings are bound to; its {@code @Doc} describes the check type. */
  Class<C> settingsType();

  /** How long one attempt may take when the check's common settings don't say. */
  default Duration timeout(C settings) {
    return Duration.ofSeconds(20);
  }

  /** Says what the check needs to see. Called once a run, before anything is observed. */
  CheckPlan plan(C settings, CheckContext context);

  /**
   * Compares what was seen with what is expected. Called only when every planned request was
   * answered; an unanswered one makes the check INCONCLUSIVE without asking it.
   */
  Evaluation evaluate(C settings, CheckContext context, Observations observations);
}

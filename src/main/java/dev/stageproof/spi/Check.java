package dev.stageproof.spi;

import dev.stageproof.model.Evaluation;
import java.time.Duration;

/**
 * One configured question: what every check has, its type, and the type's own settings.
 *
 * @param <C> the type's own settings
 */
public record Check<C extends Record>(CheckSettings common, CheckType<C> type, C settings) {

  public String id() {
    return common.id();
  }

  /** How long one attempt may take. */
  public Duration timeout() {
    return common.timeout().orElseGet(() -> type.timeout(settings));
  }

  public CheckPlan plan(CheckContext context) {
    return type.plan(settings, context.withTimeout(timeout()));
  }

  public Evaluation evaluate(CheckContext context, Observations observations) {
    return type.evaluate(settings, context.withTimeout(timeout()), observations);
  }
}

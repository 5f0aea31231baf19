package dev.stageproof.checks.logpattern;

import dev.stageproof.checks.logs.BaselineRules;
import dev.stageproof.checks.logs.LogReading;
import dev.stageproof.checks.logs.SeenLog;
import dev.stageproof.checks.logs.Statement;
import dev.stageproof.checks.logs.Texts;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.LogFindings.Comparison;
import dev.stageproof.model.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Holds the hits against those of the baseline, each against what its side could have hit. */
record ChangeRule(LogReading reading, Hit hit) {

  static final String WHAT = "no more than the baseline";

  /** Never certain: what was not read would change the rates. */
  Statement statement() {
    Optional<SeenLog> before = reading.baseline();
    return new Statement(
        WHAT,
        "at most " + before.map(log -> rate(hit.before().orElse(0), log)).orElse("the baseline's"),
        rate(hit.after(), reading.tested()),
        before.filter(this::noMore).isPresent(),
        false,
        needs());
  }

  private List<Assertion> needs() {
    return Stream.concat(BaselineRules.of(reading).stream(), reading.rules().forAmounts().stream())
        .toList();
  }

  private boolean noMore(SeenLog before) {
    return hit.after() * amount(before) <= hit.before().orElse(0) * amount(reading.tested());
  }

  /** "6 in 412 requests". */
  private String rate(long count, SeenLog log) {
    return Texts.number(count)
        + " in "
        + Texts.number(amount(log))
        + (byRequests() ? " requests" : " entries");
  }

  private long amount(SeenLog log) {
    ToLongFunction<SeenLog> amount =
        byRequests() ? side -> side.seen().requests() : side -> side.seen().entries();
    return amount.applyAsLong(log);
  }

  private boolean byRequests() {
    return reading.seen().requests() > 0
        && reading.baseline().filter(log -> log.seen().requests() > 0).isPresent();
  }

  /**
   * Both counts for the report.
   *
   * @param rule the assertion about the change, if one was asked for
   */
  Optional<Comparison> comparison(String pattern, Optional<Assertion> rule) {
    Optional<Outcome> outcome = rule.map(Assertion::outcome);
    return reading
        .baseline()
        .map(
            before ->
                new Comparison(
                    pattern,
                    before.side(hit.before().orElse(0)),
                    reading.tested().side(hit.after()),
                    outcome));
  }
}

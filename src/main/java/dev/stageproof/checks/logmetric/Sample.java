package dev.stageproof.checks.logmetric;

import dev.stageproof.checks.logs.ExposureRules;
import dev.stageproof.checks.logs.SeenLog;
import dev.stageproof.checks.logs.Texts;
import dev.stageproof.model.Assertion;
import dev.stageproof.observe.LogNumber;
import dev.stageproof.observe.LogReadObservation.Distribution;
import dev.stageproof.observe.LogReadObservation.Line;
import dev.stageproof.observe.LogReadObservation.Measured;
import dev.stageproof.observe.LogReadObservation.Served;
import java.util.List;
import java.util.Optional;

/** What one log held to measure by. */
record Sample(LogMetricSettings settings, SeenLog log) {

  List<Measure> measures() {
    return settings
        .expect()
        .map(bounds -> bounds.measures(measured().flatMap(Measured::values), settings.quantity()))
        .orElseGet(() -> settings.requests().orElseThrow().measures(log.seen().served()));
  }

  /** How many values were measured. */
  long size() {
    return settings
        .asked()
        .map(number -> log.seen().measured(number).values().map(Distribution::count).orElse(0L))
        .orElseGet(() -> log.seen().served().map(Served::count).orElse(0L));
  }

  /** "41 numbers", "40 requests". */
  String sizeInWords() {
    String what = settings.number().isPresent() ? " number" : " request";
    return Texts.number(size()) + what + (size() == 1 ? "" : "s");
  }

  Optional<Line> first() {
    return measured().flatMap(Measured::first);
  }

  /** What was counted, for a table. */
  String what() {
    return settings.asked().map(LogNumber::pattern).orElse("requests");
  }

  /** Nothing measured proves nothing. */
  Assertion somethingSeen() {
    String what = settings.number().isPresent() ? "numbers seen" : "requests seen";
    return ExposureRules.rule(
        what,
        "at least 1",
        Texts.number(size()) + " in " + log.entries(),
        size() > 0,
        settings.number().isPresent()
            ? "hold `number` against a line of the log, or run again when it has been written"
            : "run again when the revision has served requests of others");
  }

  /** Entries whose group was no number hide a value; stands only where there are some. */
  List<Assertion> readable() {
    long unreadable = measured().map(Measured::unreadable).orElse(0L);
    if (unreadable == 0) {
      return List.of();
    }
    Assertion rule =
        ExposureRules.rule(
            "readable numbers",
            "every group is a number",
            Texts.number(unreadable) + " of " + Texts.number(unreadable + size()) + " are none",
            false,
            "let the group of `number` hold digits only, such as `(\\d+(?:\\.\\d+)?)`");
    return List.of(rule);
  }

  private Optional<Measured> measured() {
    return settings.asked().map(number -> log.seen().measured(number));
  }
}

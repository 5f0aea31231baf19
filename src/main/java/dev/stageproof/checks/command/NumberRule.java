package dev.stageproof.checks.command;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Gap;
import dev.stageproof.model.Metric;
import dev.stageproof.model.Outcome;
import dev.stageproof.observe.RecordedMetricObservation;
import dev.stageproof.spi.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One number held against its bounds, and against the same number of an earlier run.
 *
 * @param before what the earlier run's record says; empty when none is asked for
 */
record NumberRule(
    NumberExpectation wanted, Figure figure, Optional<Sight<RecordedMetricObservation>> before) {

  /** At least one: a number that is not found is told even when nothing bounds it. */
  List<Assertion> assertions() {
    if (figure instanceof Figure.Missing missing) {
      String expected = wanted.bounded() ? wanted.bounds() : "a number";
      return List.of(Assertion.unsettled(wanted.name(), expected, missing.why(), missing.settle()));
    }
    double value = ((Figure.Found) figure).value();
    List<Assertion> all = new ArrayList<>();
    if (wanted.bounded() || before.isEmpty()) {
      String expected = wanted.bounded() ? wanted.bounds() : "a number";
      all.add(Assertion.of(wanted.name(), expected, text(value), wanted.contains(value)));
    }
    before.ifPresent(sight -> all.add(compared(value, sight)));
    return all;
  }

  private Assertion compared(double value, Sight<RecordedMetricObservation> sight) {
    String what = wanted.name() + ", compared";
    Optional<Gap> gap = sight.gap();
    if (gap.isPresent()) {
      String expected = "no worse than in the record";
      return Assertion.unsettled(what, expected, gap.get().message(), gap.get().settle());
    }
    RecordedMetricObservation earlier = sight.seen().orElseThrow();
    String expected =
        "no worse than %s on %s"
            .formatted(Figure.text(earlier.value(), earlier.unit()), earlier.startedAt());
    if (earlier.unit() != wanted.unit()) {
      return Assertion.unsettled(
          what, expected, "measured in another unit now", "Compare numbers of one unit.");
    }
    boolean holds = wanted.noWorseThan().orElseThrow().holds(value, earlier.value());
    return Assertion.of(what, expected, text(value), holds);
  }

  Optional<Metric> metric() {
    if (!(figure instanceof Figure.Found found)) {
      return Optional.empty();
    }
    String bound = String.join(", ", assertions().stream().map(Assertion::expected).toList());
    Outcome outcome = Outcome.all(assertions().stream().map(Assertion::outcome).toList());
    boolean held = wanted.bounded() || wanted.noWorseThan().isPresent();
    return Optional.of(
        held && outcome.settled()
            ? Metric.bounded(
                wanted.name(), found.value(), wanted.unit(), bound, outcome == Outcome.PASS)
            : Metric.measured(wanted.name(), found.value(), wanted.unit()));
  }

  /** "compliance 83.3 %". */
  String words() {
    String value = figure instanceof Figure.Found found ? text(found.value()) : "not found";
    return wanted.name() + " " + value;
  }

  private String text(double value) {
    return Figure.text(value, wanted.unit());
  }
}

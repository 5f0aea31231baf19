package dev.stageproof.checks.command;

import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.Unit;
import dev.stageproof.observe.PathExpression;
import dev.stageproof.observe.Regex;
import java.util.Optional;

/** A number in a program's output. */
@Doc(
    "A number in a program's output, found by `match` or by `json`. One that is not found, or is no"
        + " number, leaves the check inconclusive.")
public record NumberExpectation(
    @Doc(value = "What the number is called in the report.", example = "compliance") String name,
    @Doc(value = "Where the program writes it.", def = "stdout") Written in,
    @Doc(
            value =
                "A regular expression in RE2 syntax with one group, around the number; other groups"
                    + " are written `(?:…)`. Of several matches the last counts, as output sums up"
                    + " at its end.",
            example = "'([\\d.]+) ?% compliance'")
        Optional<Regex> match,
    @Doc(
            value = "Where the number is when the whole output is one JSON value, as a JSONPath.",
            example = "$.summary.compliance")
        Optional<PathExpression> json,
    @Doc(value = "The unit of the number.", def = "count", example = "percent") Unit unit,
    @Doc(value = "The smallest number allowed.", example = "80") Optional<Double> min,
    @Doc(value = "The greatest number allowed.", example = "100") Optional<Double> max,
    @Doc("An earlier run that the number must not be worse than.")
        Optional<NoWorseThan> noWorseThan) {

  public NumberExpectation {
    if (name.isBlank()) {
      throw new InvalidSetting("name", "`name` says what the number is");
    }
    if (match.isPresent() == json.isPresent()) {
      throw new InvalidSetting("", "give exactly one of `match` and `json`");
    }
    if (match.filter(regex -> regex.pattern().groupCount() != 1).isPresent()) {
      throw new InvalidSetting(
          "match",
          "`match` needs exactly one group, around the number, such as `total: (\\d+)`;"
              + " other groups are written `(?:…)`");
    }
    if (json.filter(path -> !path.definite()).isPresent()) {
      throw new InvalidSetting("json", "`json` must lead to one value: " + json.get());
    }
    if (min.isPresent() && max.isPresent() && min.get() > max.get()) {
      throw new InvalidSetting("max", "`max` is below `min`");
    }
  }

  /** True when there is something to hold the number against. */
  boolean bounded() {
    return min.isPresent() || max.isPresent();
  }

  boolean contains(double value) {
    return min.filter(low -> value < low).isEmpty() && max.filter(high -> value > high).isEmpty();
  }

  /** "at least 80 %", "80 % to 100 %". */
  String bounds() {
    if (min.isPresent() && max.isPresent()) {
      return Figure.text(min.get(), unit) + " to " + Figure.text(max.get(), unit);
    }
    return min.map(low -> "at least " + Figure.text(low, unit))
        .orElseGet(() -> "at most " + Figure.text(max.orElseThrow(), unit));
  }
}

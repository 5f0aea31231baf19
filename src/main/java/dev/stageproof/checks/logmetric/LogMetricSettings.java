package dev.stageproof.checks.logmetric;

import dev.stageproof.checks.logs.BaselineSettings;
import dev.stageproof.checks.logs.ExposureSettings;
import dev.stageproof.checks.logs.LogLook;
import dev.stageproof.checks.logs.ReadSettings;
import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.observe.LogNumber;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogSeverity;
import dev.stageproof.observe.Regex;
import java.util.Optional;

/** The settings of {@code log-metric}. */
@Doc(
    "What a number in the log of the revision under test comes to, or what its request log says of"
        + " the requests that it served. Give either `number` and `expect`, or `requests`. A value"
        + " that more entries could change passes only over a complete read; see `exposure` and"
        + " `read`.")
public record LogMetricSettings(
    @Doc(
            value =
                "A regular expression in RE2 syntax with one group, which is read as a number; other"
                    + " groups are written `(?:…)`.",
            example = "'pool: (\\d+) of \\d+ connections'")
        Optional<Regex> number,
    @Doc(
            value =
                "What the number counts or measures, for the report; ms, s, d, bytes and % are"
                    + " known units.",
            example = "connections")
        Optional<String> unit,
    @Doc(value = "What the numbers have to come to.", example = "{max: {max: 25}}")
        Optional<NumberBounds> expect,
    @Doc(value = "Only entries of this severity or above are looked at.", example = "info")
        Optional<LogSeverity> atLeast,
    @Doc(
            value = "What the request log has to say of the requests that were served.",
            example = "{error-rate: {max: 1%}, latency-p95: {max: 300ms}}")
        Optional<RequestBounds> requests,
    @Doc("What has to be seen before a highest value means anything.") ExposureSettings exposure,
    @Doc(
            value = "What to compare with; how many were measured is reported for both.",
            example = "{revision: previous}")
        Optional<BaselineSettings> baseline,
    @Doc("Whose entries are read, and how it is shown that none is missing.") ReadSettings read) {

  public LogMetricSettings {
    if (number.isPresent() == requests.isPresent()) {
      throw new InvalidSetting("", "give exactly one of `number` and `requests`");
    }
    if (number.isPresent() != expect.isPresent()) {
      throw new InvalidSetting("", "`number` and `expect` go together");
    }
    if (requests.isPresent() && (unit.isPresent() || atLeast.isPresent())) {
      String key = unit.isPresent() ? "unit" : "at-least";
      throw new InvalidSetting(key, "`" + key + "` goes with `number`, not with `requests`");
    }
    if (number.filter(regex -> regex.pattern().groupCount() != 1).isPresent()) {
      throw new InvalidSetting(
          "number",
          "`number` needs exactly one group, around the number, such as `pool: (\\d+)`;"
              + " other groups are written `(?:…)`");
    }
    baseline.ifPresent(other -> other.requireFits(read));
  }

  /** The number to ask for; empty for request metrics. */
  Optional<LogNumber> asked() {
    return number.map(regex -> new LogNumber(regex.source(), atLeast));
  }

  /** The logs to read and what to ask of them. */
  LogLook look() {
    LogQuestions questions =
        asked().map(LogQuestions::measuring).orElseGet(LogQuestions::nothingMore);
    return new LogLook(read, exposure, baseline, questions);
  }

  Quantity quantity() {
    return unit.map(Quantity::named).orElse(Quantity.COUNT);
  }
}

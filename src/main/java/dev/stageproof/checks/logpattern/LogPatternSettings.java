package dev.stageproof.checks.logpattern;

import dev.stageproof.checks.logs.BaselineSettings;
import dev.stageproof.checks.logs.ExposureSettings;
import dev.stageproof.checks.logs.LogLook;
import dev.stageproof.checks.logs.ReadSettings;
import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.observe.LogMatcher;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogSeverity;
import dev.stageproof.observe.Regex;
import java.util.Optional;

/** The settings of {@code log-pattern}. */
@Doc(
    "Whether the log of the revision under test holds a pattern. Give exactly one of `literal` and"
        + " `regex`, and `expect` or `count`, or a comparison with a `baseline`. An absence passes"
        + " only when enough was read to mean something; see `exposure` and `read`.")
public record LogPatternSettings(
    @Doc(value = "Text to find in an entry, case-sensitive.", example = "SSOT consolidation active")
        Optional<String> literal,
    @Doc(
            value = "A regular expression in RE2 syntax to find in an entry.",
            example = "demo-user-001.*duplicat")
        Optional<Regex> regex,
    @Doc(value = "Whether the pattern has to be there.", example = "absent")
        Optional<Presence> expect,
    @Doc(value = "How many entries have to match.", example = "{min: 1, max: 3}")
        Optional<Count> count,
    @Doc(value = "Only entries of this severity or above can match.", example = "warning")
        Optional<LogSeverity> atLeast,
    @Doc("Lines that show, before anything is read, that the pattern can hit.")
        Optional<Samples> samples,
    @Doc(
            value =
                "Where else the pattern has to hit before its absence, or a highest count, means"
                    + " anything.",
            example = "baseline")
        Optional<SeenIn> seenIn,
    @Doc(
            value =
                "Whether the entries that match may not come more often than in the baseline: for"
                    + " each request served, or for each entry where one side served none.",
            def = "false")
        boolean noMoreThanBaseline,
    @Doc("What has to be seen before an absence, or a highest count, means anything.")
        ExposureSettings exposure,
    @Doc(
            value = "What to compare with; both counts are reported.",
            example = "{revision: previous}")
        Optional<BaselineSettings> baseline,
    @Doc("Whose entries are read, and how it is shown that none is missing.") ReadSettings read) {

  /** Whether a pattern has to be there. */
  public enum Presence {
    @Doc("At least one entry matches.")
    PRESENT,
    @Doc("No entry matches.")
    ABSENT
  }

  /** How many entries have to match. */
  @Doc("How many entries have to match, both bounds included.")
  public record Count(
      @Doc(value = "The lowest number.", example = "1") Optional<Integer> min,
      @Doc(value = "The highest number.", example = "3") Optional<Integer> max) {
    public Count {
      if (min.isEmpty() && max.isEmpty()) {
        throw new InvalidSetting("", "give `min`, `max` or both");
      }
      if (min.orElse(0) < 0) {
        throw new InvalidSetting("min", "`min` is 0 or more");
      }
      if (max.orElse(Integer.MAX_VALUE) < min.orElse(0)) {
        throw new InvalidSetting("max", "`max` is below `min`");
      }
    }
  }

  /** Where else a pattern has to hit. */
  public enum SeenIn {
    @Doc("At least one entry of the baseline matches.")
    BASELINE
  }

  public LogPatternSettings {
    if (literal.isPresent() == regex.isPresent()) {
      throw new InvalidSetting("", "give exactly one of `literal` and `regex`");
    }
    if (expect.isPresent() && count.isPresent()) {
      throw new InvalidSetting("", "give at most one of `expect` and `count`");
    }
    if (expect.isEmpty() && count.isEmpty() && !noMoreThanBaseline) {
      throw new InvalidSetting("", "give `expect`, `count` or `no-more-than-baseline`");
    }
    if (literal.isPresent() && literal.get().isEmpty()) {
      throw new InvalidSetting("literal", "`literal` must not be empty: it would match all");
    }
    LogMatcher matcher = matcher(literal, regex, atLeast);
    samples.ifPresent(lines -> lines.requireOf(matcher));
    if (baseline.isEmpty() && (seenIn.isPresent() || noMoreThanBaseline)) {
      String key = seenIn.isPresent() ? "seen-in" : "no-more-than-baseline";
      throw new InvalidSetting(key, "`" + key + "` needs a `baseline`: {revision: previous}");
    }
    baseline.ifPresent(other -> other.requireFits(read));
  }

  /** What makes an entry a hit. */
  LogMatcher matcher() {
    return matcher(literal, regex, atLeast);
  }

  private static LogMatcher matcher(
      Optional<String> literal, Optional<Regex> regex, Optional<LogSeverity> atLeast) {
    LogMatcher.Kind kind = literal.isPresent() ? LogMatcher.Kind.LITERAL : LogMatcher.Kind.REGEX;
    String pattern = literal.or(() -> regex.map(Regex::source)).orElseThrow();
    return new LogMatcher(kind, pattern, atLeast);
  }

  /** The logs to read and what to ask of them. */
  LogLook look() {
    return new LogLook(read, exposure, baseline, LogQuestions.matching(matcher()));
  }

  /** How many hits are expected, whichever way it was said; empty when only compared. */
  Optional<HitBounds> bounds() {
    Optional<HitBounds> counted =
        count.map(range -> new HitBounds(range.min().orElse(0), range.max()));
    return counted.or(() -> expect.map(LogPatternSettings::bounds));
  }

  private static HitBounds bounds(Presence expected) {
    return expected == Presence.PRESENT
        ? new HitBounds(1, Optional.empty())
        : new HitBounds(0, Optional.of(0));
  }
}

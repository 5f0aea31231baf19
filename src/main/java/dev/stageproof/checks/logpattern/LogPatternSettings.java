package dev.stageproof.checks.logpattern;

import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.observe.LogMatcher;
import dev.stageproof.observe.LogSeverity;
import dev.stageproof.observe.Regex;
import java.time.Duration;
import java.util.Optional;

/** The settings of {@code log-pattern}. */
@Doc(
    "Whether the log of the revision under test holds a pattern. Give exactly one of `literal` and"
        + " `regex`, and exactly one of `expect` and `count`. An absence passes only when enough"
        + " was read to mean something; see `exposure`.")
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
    @Doc("What has to be seen before an absence, or a highest count, means anything.")
        MinimalExposure exposure,
    @Doc(
            value =
                "How long to wait until an entry at or after the window's end is readable, as far"
                    + " as the check's `timeout` leaves time for it.",
            def = "15s")
        Duration maxLag,
    @Doc(
            value = "The read stops after this many entries; what it did not see stays open.",
            def = "50000")
        int maxEntries) {

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

  /** What gives an absence its weight. */
  @Doc("What has to be seen before an absence means anything.")
  public record MinimalExposure(
      @Doc(value = "Log entries of the revision that have to be read.", def = "1", example = "100")
          int minEntries,
      @Doc(
              value = "Requests that the revision has to have served for others than stageproof.",
              def = "0",
              example = "20")
          int minRequests) {
    public MinimalExposure {
      if (minEntries < 1) {
        throw new InvalidSetting("min-entries", "`min-entries` is 1 or more");
      }
      if (minRequests < 0) {
        throw new InvalidSetting("min-requests", "`min-requests` is 0 or more");
      }
    }
  }

  public LogPatternSettings {
    if (literal.isPresent() == regex.isPresent()) {
      throw new InvalidSetting("", "give exactly one of `literal` and `regex`");
    }
    if (expect.isPresent() == count.isPresent()) {
      throw new InvalidSetting("", "give exactly one of `expect` and `count`");
    }
    if (literal.isPresent() && literal.get().isEmpty()) {
      throw new InvalidSetting("literal", "`literal` must not be empty: it would match all");
    }
    if (maxLag.isNegative()) {
      throw new InvalidSetting("max-lag", "`max-lag` must not be negative");
    }
    if (maxEntries < 1) {
      throw new InvalidSetting("max-entries", "`max-entries` is 1 or more");
    }
  }

  /** What makes an entry a hit. */
  LogMatcher matcher() {
    LogMatcher.Kind kind = literal.isPresent() ? LogMatcher.Kind.LITERAL : LogMatcher.Kind.REGEX;
    String pattern = literal.or(() -> regex.map(Regex::source)).orElseThrow();
    return new LogMatcher(kind, pattern, atLeast);
  }

  /** How many hits are expected, whichever way it was said. */
  HitBounds bounds() {
    return count
        .map(range -> new HitBounds(range.min().orElse(0), range.max()))
        .orElseGet(
            () ->
                expect.orElseThrow() == Presence.PRESENT
                    ? new HitBounds(1, Optional.empty())
                    : new HitBounds(0, Optional.of(0)));
  }
}

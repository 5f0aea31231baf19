package dev.stageproof.spi;

import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.OnNoData;
import dev.stageproof.model.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The settings that every check has, whatever its type. */
@Doc("The settings that every check has, whatever its type.")
public record CheckSettings(
    @Doc(value = "Names the check; unique in the file.", example = "health") String id,
    @Doc("The check in a few words, for the report; by default the id.") Optional<String> title,
    @Doc("A heading of its own in the report; by default the section of its type.")
        Optional<String> group,
    @Doc(value = "How much the check matters.", def = "blocking") Severity severity,
    @Doc("Words to select checks by, with `--tag`.") List<String> tags,
    @Doc(
            value =
                "How long one attempt may take; by default 20s, and longer for types that wait.",
            example = "30s")
        Optional<Duration> timeout,
    @Doc("Look again until the check passes or the budget ends.") Optional<Retry> retry,
    @Doc("What to make of the check when nothing could be seen.") Optional<OnNoData> onNoData) {

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  /** Look again until the check passes. */
  @Doc(
      "Look again until the check passes or the budget ends; all attempts stay in the record. What"
          + " no waiting mends, such as a missing permission, is not looked for again.")
  public record Retry(
      @Doc(value = "How long to go on looking.", example = "30s") Duration budget,
      @Doc(value = "The pause between two attempts.", def = "2s") Duration every) {
    public Retry {
      requirePositive("budget", budget);
      requirePositive("every", every);
    }
  }

  public CheckSettings {
    if (!ID.matcher(id).matches()) {
      throw new InvalidSetting(
          "id", "an id is 1 to 64 lower-case letters, digits, `.`, `_` or `-`: `" + id + "`");
    }
    timeout.ifPresent(length -> requirePositive("timeout", length));
    tags = List.copyOf(tags);
  }

  private static void requirePositive(String key, Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new InvalidSetting(key, "`" + key + "` must be longer than nothing");
    }
  }
}

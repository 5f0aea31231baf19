package dev.stageproof.checks.lognovelty;

import dev.stageproof.checks.logs.BaselineSettings;
import dev.stageproof.checks.logs.ExposureSettings;
import dev.stageproof.checks.logs.LogLook;
import dev.stageproof.checks.logs.ReadSettings;
import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogSeverity;
import dev.stageproof.observe.Regex;
import java.util.List;
import java.util.Optional;

/** The settings of {@code log-novelty}. */
@Doc(
    "Which signatures the revision under test logs that the baseline does not. A signature is the"
        + " text of an entry with numbers, ids, times, paths and the like masked. New signatures"
        + " tell where to look rather than whether to stop, so the check is best `severity:"
        + " advisory`; with `max-new` and `min-count` it can be a rule that blocks.")
public record LogNoveltySettings(
    @Doc(value = "Only entries of this severity or above are looked at.", def = "error")
        LogSeverity atLeast,
    @Doc(value = "How many signatures may be new.", def = "0") int maxNew,
    @Doc(value = "A signature of fewer entries than this does not count as new.", def = "1")
        int minCount,
    @Doc(
            value =
                "Signatures to leave out: regular expressions in RE2 syntax to find in the masked"
                    + " text.",
            example = "['^Retrying in <num> s']")
        List<Regex> ignore,
    @Doc("What has to be seen before `nothing new` means anything.") ExposureSettings exposure,
    @Doc(value = "What to compare with.", def = "{revision: previous}") BaselineSettings baseline,
    @Doc("Whose entries are read, and how it is shown that none is missing.") ReadSettings read) {

  public LogNoveltySettings {
    ignore = List.copyOf(ignore);
    if (maxNew < 0) {
      throw new InvalidSetting("max-new", "`max-new` is 0 or more");
    }
    if (minCount < 1) {
      throw new InvalidSetting("min-count", "`min-count` is 1 or more");
    }
    baseline.requireFits(read);
  }

  /** The logs to read and what to ask of them. */
  LogLook look() {
    return new LogLook(read, exposure, Optional.of(baseline), LogQuestions.signatures(atLeast));
  }

  /** "none", or "at most 3". */
  String expectation() {
    return maxNew == 0 ? "none" : "at most " + maxNew;
  }
}

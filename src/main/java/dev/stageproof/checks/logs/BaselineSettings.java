package dev.stageproof.checks.logs;

import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.Window;
import java.time.Instant;
import java.util.Optional;

/** What the log of the revision under test is compared with. */
@Doc(
    "What the log of the revision under test is compared with: `{revision: previous}` is the"
        + " revision before it, until it was replaced; `{from: …, to: …}` is another stretch of the"
        + " same revision's log; a `revision`, `from` and `to` are a stretch of another one's; a"
        + " `file` is an export.")
public record BaselineSettings(
    @Doc(value = "`previous`, or the name of a revision.", example = "previous")
        Optional<String> revision,
    @Doc(value = "The start, inclusive.", example = "2026-09-14T08:00:00Z") Optional<Instant> from,
    @Doc(value = "The end, exclusive.", example = "2026-09-14T09:00:00Z") Optional<Instant> to,
    @Doc(value = "An export to read, as in `read.file`.", example = "logs/before.json.gz")
        Optional<String> file) {

  private static final String PREVIOUS = "previous";

  public BaselineSettings {
    if (revision.isEmpty() && from.isEmpty() && to.isEmpty() && file.isEmpty()) {
      throw new InvalidSetting("", "give `revision`, or `from` and `to`, or `file`");
    }
    if (from.isPresent() != to.isPresent()) {
      throw new InvalidSetting("", "give both `from` and `to`, or none of them");
    }
    if (from.isPresent() && !from.get().isBefore(to.get())) {
      throw new InvalidSetting("to", "`to` must be after `from`");
    }
    if (file.filter(String::isBlank).isPresent()) {
      throw new InvalidSetting("file", "`file` names an export");
    }
  }

  boolean isPrevious() {
    return revision.filter(PREVIOUS::equals).isPresent();
  }

  Optional<Window> window() {
    return from.map(start -> new Window(start, to.orElseThrow()));
  }

  /**
   * Holds the baseline against the read that it is compared with; for the settings that have both.
   *
   * @throws InvalidSetting when the two don't go together
   */
  public void requireFits(ReadSettings read) {
    boolean stdin = read.file().filter(ReadSettings.STDIN::equals).isPresent();
    if ((stdin && file.isEmpty()) || file.filter(ReadSettings.STDIN::equals).isPresent()) {
      throw new InvalidSetting(
          "baseline", "standard input can be read only once: give the baseline a `file`");
    }
    boolean exported = read.file().isPresent();
    if (exported && file.isEmpty() && revision.isEmpty()) {
      throw new InvalidSetting(
          "baseline", "in an export, compare with another `revision` or another `file`");
    }
    boolean named = revision.isPresent() && !isPrevious();
    if (named && !exported && file.isEmpty() && from.isEmpty()) {
      throw new InvalidSetting("baseline", "a named `revision` needs `from` and `to`");
    }
  }
}

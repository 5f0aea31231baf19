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
        + " `file` is an export, and a `record` is what an earlier run of stageproof read.")
public record BaselineSettings(
    @Doc(value = "`previous`, or the name of a revision.", example = "previous")
        Optional<String> revision,
    @Doc(value = "The start, inclusive.", example = "2026-09-14T08:00:00Z") Optional<Instant> from,
    @Doc(value = "The end, exclusive.", example = "2026-09-14T09:00:00Z") Optional<Instant> to,
    @Doc(value = "An export to read, as in `read.file`.", example = "logs/before.json.gz")
        Optional<String> file,
    @Doc(
            value =
                "The record of an earlier run, as `-o json=PATH` wrote it, seen from the"
                    + " configuration's folder: the log that it read of `revision`, by default of"
                    + " the revision that was under test there.",
            example = "reports/staging-validation-965-20260915-0847.json")
        Optional<String> record) {

  private static final String PREVIOUS = "previous";

  public BaselineSettings {
    boolean elsewhere = file.isPresent() || record.isPresent();
    if (revision.isEmpty() && from.isEmpty() && to.isEmpty() && !elsewhere) {
      throw new InvalidSetting("", "give `revision`, or `from` and `to`, or `file`, or `record`");
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
    record.ifPresent(name -> requireWhole(name, file.isPresent() || from.isPresent()));
  }

  private static void requireWhole(String record, boolean narrowed) {
    if (record.isBlank()) {
      throw new InvalidSetting("record", "`record` names the JSON file of an earlier run");
    }
    if (narrowed) {
      throw new InvalidSetting(
          "record", "a `record` is taken as it was read: leave out `file`, `from` and `to`");
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
    if (record.isPresent()) {
      return;
    }
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

package dev.stageproof.report;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Waiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A check's outcome and what a reader must know to weigh it.
 *
 * @param mark the mark of its outcome
 * @param outcome the outcome's name, never softened: a waived failure is still a FAIL
 * @param blocking whether the verdict depends on it
 * @param notes "advisory", "flaky", "pre-existing", "waived by startup-401"
 */
public record Status(String mark, String outcome, boolean blocking, List<String> notes) {

  static Status of(
      CheckResult check, Optional<Waiver> waivedBy, Optional<String> compared, Marks marks) {
    List<String> notes = new ArrayList<>();
    if (!check.blocking()) {
      notes.add("advisory");
    }
    if (check.flaky()) {
      notes.add("flaky");
    }
    compared.ifPresent(notes::add);
    waivedBy.ifPresent(waiver -> notes.add("waived by " + ForeignText.line(waiver.id())));
    if (Draft.letThrough(check)) {
      notes.add("let through without data");
    }
    return new Status(
        marks.of(check.outcome()), check.outcome().name(), check.blocking(), List.copyOf(notes));
  }
}

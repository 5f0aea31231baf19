package dev.stageproof.report;

import dev.stageproof.model.Attempt;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Evidence;
import dev.stageproof.model.LogFindings;
import dev.stageproof.model.LogFindings.Read;
import dev.stageproof.model.RunRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reads of a run, in the order of the checks that rest on them. */
record LogReads(Map<Read, List<CheckResult>> users) {

  /** How the kind of a look at a log begins. */
  private static final String KIND = "log";

  static LogReads of(RunRecord run) {
    Map<Read, List<CheckResult>> users = new LinkedHashMap<>();
    for (CheckResult check : run.checks()) {
      findings(check)
          .ifPresent(
              found -> users.computeIfAbsent(found.read(), r -> new ArrayList<>()).add(check));
    }
    return new LogReads(users);
  }

  static Optional<LogFindings> findings(CheckResult check) {
    return check.evaluation().flatMap(Evaluation::logs);
  }

  boolean isEmpty() {
    return users.isEmpty();
  }

  /** "2 of 3", for a check whose read is one of several. */
  Optional<String> number(Read read) {
    int place = List.copyOf(users.keySet()).indexOf(read) + 1;
    return users.size() > 1 && place > 0
        ? Optional.of(place + " of " + users.size())
        : Optional.empty();
  }

  /** The commands that repeat a read whole, for all of its checks at once. */
  List<String> commands(Read read, RunRecord run) {
    return users.getOrDefault(read, List.of()).stream()
        .flatMap(check -> evidence(check, run).stream())
        .filter(item -> item.kind().startsWith(KIND) && item.subject().contains(read.source()))
        .flatMap(item -> item.reproduce().stream())
        .distinct()
        .toList();
  }

  private static List<Evidence> evidence(CheckResult check, RunRecord run) {
    List<Attempt> attempts = check.attempts();
    List<String> ids = attempts.get(attempts.size() - 1).evidence();
    return run.evidence().stream().filter(item -> ids.contains(item.id())).toList();
  }
}

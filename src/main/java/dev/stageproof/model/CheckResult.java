package dev.stageproof.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One check and all that came of it.
 *
 * @param settings the check's own settings as a tree, for a later re-evaluation
 * @param outcome what was found, by the last attempt
 * @param attempts every round; empty when the check was skipped
 * @param gap why the check is SKIPPED or could not be observed; empty otherwise
 * @param reproduce shell commands that repeat the check's looks
 * @param onNoData what to make of an INCONCLUSIVE outcome
 */
public record CheckResult(
    @Doc("Names the check within its configuration.") String id,
    @Doc("The check type.") String type,
    @Doc("The check's title.") String title,
    @Doc("The report section it belongs to.") ReportSettings.Section section,
    @Doc("The heading it stands under, within its section.") String group,
    @Doc("How much it matters.") Severity severity,
    @Doc("Its tags.") List<String> tags,
    @Doc("The settings of its type.") Map<String, Object> settings,
    @Doc("What to make of an inconclusive outcome.") OnNoData onNoData,
    @Doc("What was found.") Outcome outcome,
    @Doc("How long all attempts took together.") Duration took,
    @Doc("Every round of looking and concluding.") List<Attempt> attempts,
    @Doc("Why it was skipped or could not be observed.") Optional<Gap> gap,
    @Doc("Shell commands that repeat it.") List<String> reproduce) {

  /** The same check with other attempts. */
  public CheckResult withAttempts(List<Attempt> others) {
    return new CheckResult(
        id, type, title, section, group, severity, tags, settings, onNoData, outcome, took, others,
        gap, reproduce);
  }

  /** The same check with another outcome. */
  public CheckResult withOutcome(Outcome other) {
    return new CheckResult(
        id, type, title, section, group, severity, tags, settings, onNoData, other, took, attempts,
        gap, reproduce);
  }

  /** The same check, with the length of time that all its attempts took. */
  public CheckResult withTook(Duration other) {
    return new CheckResult(
        id, type, title, section, group, severity, tags, settings, onNoData, outcome, other,
        attempts, gap, reproduce);
  }

  /**
   * Its attempts by the run that made them, the run that counts last; one list unless the record
   * was merged and the runs disagree, none for a check that was skipped.
   */
  public List<List<Attempt>> series() {
    List<List<Attempt>> all = new ArrayList<>();
    int before = Integer.MAX_VALUE;
    for (Attempt attempt : attempts) {
      if (attempt.number() <= before) {
        all.add(new ArrayList<>());
      }
      all.get(all.size() - 1).add(attempt);
      before = attempt.number();
    }
    return all.stream().map(List::copyOf).toList();
  }

  /** True when the run was told to leave it out. */
  public boolean deselected() {
    return gap.filter(why -> why.reason() == GapReason.DESELECTED).isPresent();
  }

  /** The last conclusion; empty when the check was skipped. */
  public Optional<Evaluation> evaluation() {
    return attempts.isEmpty()
        ? Optional.empty()
        : Optional.of(attempts.get(attempts.size() - 1).evaluation());
  }

  /** True when it passed, but not at the first attempt. */
  public boolean flaky() {
    return outcome == Outcome.PASS && attempts.size() > 1;
  }

  /** The answer in one line, whatever the outcome. */
  public String headline() {
    return evaluation()
        .map(Evaluation::headline)
        .or(() -> gap.map(Gap::message))
        .orElse("nothing was seen");
  }

  public boolean blocking() {
    return severity == Severity.BLOCKING;
  }
}

package dev.stageproof.checks.logs;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Outcome;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.Watermarking.How;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What has to hold before something that was not seen counts as not there. None of these can fail:
 * what does not hold leaves the answer open.
 *
 * @param how the proof of ingestion that was asked for
 * @param live the revision whose log was read while it grew; empty for an export, which holds what
 *     it holds
 * @param log what was read, and what was asked of it
 * @param settled on a baseline, which is not read while it grows: what stands in place of a proof
 */
public record ExposureRules(
    ExposureSettings needed,
    How how,
    Optional<Identity> live,
    SeenLog log,
    Optional<Assertion> settled) {

  /**
   * Settles statements: what was seen decides at once, what was not seen only under the rules,
   * which then stand behind the statements.
   */
  public List<Assertion> settle(List<Statement> statements) {
    List<Assertion> settled = new ArrayList<>();
    Set<Assertion> rules = new LinkedHashSet<>();
    for (Statement statement : statements) {
      List<Assertion> dependsOn = dependsOn(statement);
      settled.add(settled(statement, dependsOn));
      rules.addAll(dependsOn);
    }
    settled.addAll(rules);
    return settled;
  }

  private List<Assertion> dependsOn(Statement statement) {
    List<Assertion> own = statement.holds() ? forAbsence() : forPresence();
    return Stream.concat(
            statement.needs().stream(), statement.certain() ? Stream.of() : own.stream())
        .toList();
  }

  private static Assertion settled(Statement it, List<Assertion> dependsOn) {
    return dependsOn.stream()
        .filter(rule -> rule.outcome() != Outcome.PASS)
        .findFirst()
        .flatMap(Assertion::settle)
        .map(settle -> Assertion.unsettled(it.what(), it.expected(), it.actual(), settle))
        .orElseGet(() -> Assertion.of(it.what(), it.expected(), it.actual(), it.holds()));
  }

  /** For an upper bound: the window, the amount, and that nothing is missing from the read. */
  List<Assertion> forAbsence() {
    List<Assertion> rules = new ArrayList<>();
    live.ifPresent(identity -> rules.add(withinLife(identity.deployedAt())));
    rules.add(entries());
    if (needed.minRequests() > 0) {
      rules.add(requests());
    }
    rules.addAll(forPresence());
    return rules;
  }

  /**
   * For a lower bound that was not reached: nothing is missing from the read. A baseline without
   * any entry may be older than what the log keeps, so it has not missed anything either.
   */
  List<Assertion> forPresence() {
    List<Assertion> rules = new ArrayList<>();
    live.ifPresent(identity -> rules.add(ingested(identity)));
    settled.ifPresent(past -> rules.add(entries()));
    rules.add(new CompletenessRule(log, live.isPresent()).assertion());
    return rules;
  }

  private LogReadObservation seen() {
    return log.seen();
  }

  private Assertion ingested(Identity identity) {
    return settled.orElseGet(() -> new IngestionRule(how, identity.revision(), seen()).assertion());
  }

  /** True when nothing is missing from the read. */
  public boolean nothingMissing() {
    return forPresence().stream().allMatch(rule -> rule.outcome() == Outcome.PASS);
  }

  private Assertion withinLife(Instant deployedAt) {
    Instant start = seen().window().start();
    return rule(
        "window",
        "starts at or after the deployment, " + Texts.instant(deployedAt),
        "starts " + Texts.instant(start),
        !start.isBefore(deployedAt),
        "let `window` start at " + Texts.instant(deployedAt) + " or later");
  }

  private Assertion entries() {
    return rule(
        "entries read",
        "at least " + Texts.number(needed.minEntries()),
        amount(seen().entries()),
        seen().entries() >= needed.minEntries(),
        more(
            "run again when the revision has written more",
            needed.minEntries() - seen().entries()));
  }

  /** Where not everything was read, more may be there already. */
  private String more(String later, long missing) {
    String sooner = log.beyond() ? "raise `read.max-entries`, or " : "";
    return sooner + later + ": " + Texts.number(missing) + " more needed";
  }

  /** A read that was cut short has seen less than there is. */
  private String amount(long seenOf) {
    return (log.beyond() ? "at least " : "") + Texts.number(seenOf);
  }

  private Assertion requests() {
    return rule(
        "requests served",
        "at least " + Texts.number(needed.minRequests()),
        amount(seen().requests()),
        seen().requests() >= needed.minRequests(),
        more(
            "run again when the revision has served more requests of others",
            needed.minRequests() - seen().requests()));
  }

  /** For amounts: an answer that holds over all entries but not over the first of them. */
  public List<Assertion> forAmounts() {
    return log.searched()
        ? List.of(new CompletenessRule(log, live.isPresent()).wholeRead())
        : List.of();
  }

  /** A rule that passes or leaves the answer open; {@code settle} says what would settle it. */
  public static Assertion rule(
      String what, String expected, String actual, boolean holds, String settle) {
    return holds
        ? Assertion.of(what, expected, actual, true)
        : Assertion.unsettled(what, expected, actual, settle);
  }
}

package dev.stageproof.judge;

import dev.stageproof.judge.Contradiction.Doubt;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Configuration;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Excerpt;
import dev.stageproof.model.Identity;
import dev.stageproof.model.LogFindings;
import dev.stageproof.model.LogFindings.Signature;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A line of the revision's log, at ERROR or worse, calls environment variables missing, and the
 * revision has none of that name. Each variable is told once, at the first check that shows it.
 */
final class EnvironmentRule implements Contradiction.Rule {

  /** What is an error or worse, by the names of Cloud Logging's LogSeverity. */
  private static final Set<String> GRAVE = Set.of("ERROR", "CRITICAL", "ALERT", "EMERGENCY");

  /**
   * What Cloud Run sets in every instance by itself.
   *
   * @see <a href="https://cloud.google.com/run/docs/container-contract#env-vars">container runtime
   *     contract</a>
   */
  private static final Set<String> SET_BY_PLATFORM =
      Set.of("K_SERVICE", "K_REVISION", "K_CONFIGURATION");

  @Override
  public List<Contradiction> in(Seen seen) {
    Optional<Configuration> configuration = seen.run().configuration();
    if (configuration.isEmpty()) {
      return List.of();
    }
    Set<String> known = new LinkedHashSet<>(configuration.get().environment());
    known.addAll(SET_BY_PLATFORM);
    List<Contradiction> found = new ArrayList<>();
    for (CheckResult check : seen.checks().toList()) {
      Set<String> missing = missing(check, seen.run().identity());
      missing.removeAll(known);
      if (!missing.isEmpty()) {
        known.addAll(missing);
        found.add(of(check, missing));
      }
    }
    return List.copyOf(found);
  }

  /** What lines of the revision under test call missing, in the order of the alphabet. */
  private static Set<String> missing(CheckResult check, Optional<Identity> identity) {
    Set<String> names = new TreeSet<>();
    check.evaluation().stream()
        .filter(evaluation -> ownLog(evaluation, identity))
        .flatMap(EnvironmentRule::graveLines)
        .forEach(line -> names.addAll(MissingVariables.in(line)));
    return names;
  }

  private static boolean ownLog(Evaluation evaluation, Optional<Identity> identity) {
    Optional<String> source =
        evaluation.logs().map(LogFindings::read).map(LogFindings.Read::source);
    return source.isEmpty() || source.equals(identity.map(Identity::revision));
  }

  private static Stream<String> graveLines(Evaluation evaluation) {
    Stream<String> excerpts =
        evaluation.excerpts().stream()
            .filter(excerpt -> excerpt.level().filter(GRAVE::contains).isPresent())
            .map(Excerpt::text);
    Stream<String> signatures =
        evaluation.logs().stream()
            .flatMap(logs -> logs.signatures().stream())
            .filter(signature -> signature.change() != LogFindings.Change.GONE)
            .filter(signature -> GRAVE.contains(signature.severity()))
            .map(Signature::example)
            .map(Excerpt::text);
    return Stream.concat(excerpts, signatures);
  }

  private static Contradiction of(CheckResult check, Set<String> missing) {
    String names = String.join(", ", missing);
    boolean one = missing.size() == 1;
    return new Contradiction(
        Doubt.DETAIL,
        String.format(
            "The revision has no environment %s %s, and its log, at ERROR or worse, calls %s missing"
                + " (check %s).",
            one ? "variable" : "variables", names, one ? "it" : "them", check.id()),
        Optional.of(check.id()),
        String.format(
            "Set %s on the service, %s, and deploy again.",
            names, one ? "as a value or from a secret" : "as values or from secrets"));
  }
}

package dev.stageproof.checks.cloudrun;

import static java.util.function.Predicate.not;

import dev.stageproof.checks.cloudrun.CloudRunSettings.Env;
import dev.stageproof.checks.cloudrun.CloudRunSettings.SincePrevious;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Gap;
import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentObservation.EnvVar;
import dev.stageproof.observe.DeploymentObservation.Revision;
import dev.stageproof.spi.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which environment variables are set.
 *
 * @param previous the revision before; asked only where the expectation names it
 */
record EnvRules(Env expect, Revision revision, Sight<DeploymentObservation> previous) {

  private static final String MISSING = "not set";
  private static final String NONE = "none";

  List<Assertion> assertions() {
    List<Assertion> all = new ArrayList<>();
    expect.required().forEach(name -> all.add(required(name)));
    expect.forbidden().forEach(name -> all.add(forbidden(name)));
    expect.exactly().ifPresent(names -> all.add(exactly(names)));
    expect.sincePrevious().ifPresent(allowed -> all.addAll(since(allowed)));
    return all;
  }

  private Assertion required(String name) {
    Optional<EnvVar> found = variable(name);
    return Assertion.of(
        "env " + name, "set", found.map(EnvRules::kind).orElse(MISSING), found.isPresent());
  }

  private Assertion forbidden(String name) {
    Optional<EnvVar> found = variable(name);
    return Assertion.of(
        "env " + name, MISSING, found.map(EnvRules::kind).orElse(MISSING), found.isEmpty());
  }

  private Optional<EnvVar> variable(String name) {
    return revision.container().env().stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst();
  }

  private static String kind(EnvVar variable) {
    return "set, by " + variable.kind().name().toLowerCase(Locale.ROOT);
  }

  private Assertion exactly(List<String> wanted) {
    List<String> seen = names(revision);
    List<String> missing = without(wanted, seen);
    List<String> more = without(seen, wanted);
    List<String> parts = new ArrayList<>();
    if (!missing.isEmpty()) {
      parts.add("missing: " + String.join(", ", missing));
    }
    if (!more.isEmpty()) {
      parts.add("not expected: " + String.join(", ", more));
    }
    return Assertion.of(
        "env names",
        wanted.isEmpty() ? NONE : "exactly " + String.join(", ", wanted),
        parts.isEmpty() ? "just these" : String.join("; ", parts),
        parts.isEmpty());
  }

  private List<Assertion> since(SincePrevious allowed) {
    Optional<Gap> gap = previous.gap();
    if (gap.isPresent()) {
      return List.of(
          Assertion.unsettled(
              "env since the previous revision",
              "the same names",
              "not seen: " + gap.get().message(),
              gap.get().settle()));
    }
    Revision before = previous.seen().orElseThrow().revision();
    return List.of(
        changed("added", before, without(names(revision), names(before)), allowed.added()),
        changed("removed", before, without(names(before), names(revision)), allowed.removed()));
  }

  private static Assertion changed(
      String how, Revision before, List<String> names, List<String> allowed) {
    return Assertion.of(
        "env " + how + " since " + before.name(),
        allowed.isEmpty() ? NONE : "none but " + String.join(", ", allowed),
        names.isEmpty() ? NONE : String.join(", ", names),
        allowed.containsAll(names));
  }

  private static List<String> names(Revision of) {
    return of.container().env().stream().map(EnvVar::name).distinct().sorted().toList();
  }

  private static List<String> without(List<String> names, List<String> others) {
    return names.stream().filter(not(others::contains)).toList();
  }
}

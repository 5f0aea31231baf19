package dev.stageproof.checks.cloudrun;

import dev.stageproof.checks.cloudrun.CloudRunSettings.Expect;
import dev.stageproof.model.Assertion;
import dev.stageproof.observe.DeploymentObservation.EnvVar;
import dev.stageproof.observe.DeploymentObservation.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which secrets the revision uses, and in which version. */
record SecretRules(Expect expect, Revision revision) {

  private static final String MOVING = ":latest";

  List<Assertion> assertions() {
    List<Assertion> all = new ArrayList<>();
    expect.secrets().forEach((name, rule) -> all.add(secret(name, rule)));
    if (expect.pinnedSecrets()) {
      all.add(pinned());
    }
    return all;
  }

  private Assertion secret(String name, SecretRule rule) {
    Optional<EnvVar> found =
        revision.container().env().stream().filter(entry -> entry.name().equals(name)).findFirst();
    boolean holds = found.flatMap(EnvVar::secret).filter(rule::holdsFor).isPresent();
    String actual = found.map(ContainerInWords::kind).orElse("not set");
    return Assertion.of("secret of " + name, "secret " + rule, actual, holds);
  }

  private Assertion pinned() {
    List<String> moving =
        Stream.concat(variables(), volumes()).filter(text -> text.endsWith(MOVING)).toList();
    return Assertion.of(
        "secret versions",
        "all numbered",
        moving.isEmpty() ? "all numbered" : String.join(", ", moving),
        moving.isEmpty());
  }

  private Stream<String> variables() {
    return revision.container().env().stream()
        .flatMap(
            entry ->
                entry.secret().stream()
                    .map(at -> entry.name() + " from " + at.secret() + ":" + at.version()));
  }

  private Stream<String> volumes() {
    return revision.volumes().stream()
        .filter(volume -> volume.kind().equals("SECRET"))
        .flatMap(
            volume ->
                volume.sources().stream().map(at -> "volume " + volume.name() + " from " + at));
  }
}

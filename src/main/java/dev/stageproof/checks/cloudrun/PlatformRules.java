package dev.stageproof.checks.cloudrun;

import dev.stageproof.checks.cloudrun.CloudRunSettings.Expect;
import dev.stageproof.model.Assertion;
import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentObservation.Container;
import dev.stageproof.observe.DeploymentObservation.HealthProbe;
import dev.stageproof.observe.DeploymentObservation.Vpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the platform does for the revision: probes, accounts, and the ways in and out. */
record PlatformRules(Expect expect, DeploymentObservation seen) {

  private static final String MISSING = "not set";

  List<Assertion> assertions() {
    List<Assertion> all = new ArrayList<>();
    probes(all, seen.revision().container());
    expect
        .serviceAccount()
        .ifPresent(
            account -> all.add(same("service account", account, seen.revision().serviceAccount())));
    expect.ingress().ifPresent(ingress -> all.add(ingress(ingress)));
    vpc(all);
    expect
        .executionEnvironment()
        .ifPresent(
            environment ->
                all.add(
                    same(
                        "execution environment",
                        Plain.word(environment.name()),
                        seen.revision().executionEnvironment().map(Plain::word).orElse(""))));
    return all;
  }

  private void probes(List<Assertion> all, Container container) {
    expect
        .startupProbe()
        .ifPresent(rule -> all.add(probe("startup probe", rule, container.startupProbe())));
    expect
        .livenessProbe()
        .ifPresent(rule -> all.add(probe("liveness probe", rule, container.livenessProbe())));
    expect
        .readinessProbe()
        .ifPresent(rule -> all.add(probe("readiness probe", rule, container.readinessProbe())));
  }

  private static Assertion probe(String what, ProbeRule rule, Optional<HealthProbe> probe) {
    String actual = probe.map(HealthProbes::target).orElse("none");
    return Assertion.of(what, rule.words(), actual, rule.holdsFor(probe));
  }

  private Assertion ingress(Ingress expected) {
    String constant = seen.service().ingress();
    return Assertion.of(
        "ingress", Plain.word(expected.name()), Ingress.words(constant), expected.is(constant));
  }

  private void vpc(List<Assertion> all) {
    Optional<Vpc> vpc = seen.revision().vpc();
    CloudRunSettings.Vpc wanted = expect.vpc();
    wanted
        .connector()
        .ifPresent(name -> all.add(same("vpc connector", name, of(vpc.flatMap(Vpc::connector)))));
    wanted
        .network()
        .ifPresent(name -> all.add(same("vpc network", name, of(vpc.flatMap(Vpc::network)))));
    wanted
        .subnetwork()
        .ifPresent(name -> all.add(same("vpc subnetwork", name, of(vpc.flatMap(Vpc::subnetwork)))));
    wanted
        .egress()
        .ifPresent(
            egress ->
                all.add(
                    same(
                        "vpc egress",
                        Plain.word(egress.name()),
                        of(vpc.flatMap(Vpc::egress).map(Plain::word)))));
  }

  private static String of(Optional<String> name) {
    return name.orElse("");
  }

  private static Assertion same(String what, String expected, String actual) {
    return Assertion.of(
        what, expected, actual.isEmpty() ? MISSING : actual, expected.equals(actual));
  }
}

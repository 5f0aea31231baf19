package dev.stageproof.checks.cloudrun;

import dev.stageproof.checks.cloudrun.CloudRunSettings.Expect;
import dev.stageproof.model.Assertion;
import dev.stageproof.observe.DeploymentObservation.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the revision was made of; it is immutable, so every answer is final.
 *
 * @param now the instant that the age is counted to
 */
record RevisionRules(Expect expect, Revision revision, Instant now) {

  private static final String MISSING = "not set";

  List<Assertion> assertions() {
    List<Assertion> all = new ArrayList<>(lasting());
    expect.age().ifPresent(bounds -> all.add(age(new Bounds<>(bounds.min(), bounds.max()))));
    return all;
  }

  /** What does not depend on how long ago the revision was deployed. */
  List<Assertion> lasting() {
    List<Assertion> all = new ArrayList<>();
    expect.imageDigest().ifPresent(rule -> all.add(digest(rule)));
    expect.memory().ifPresent(bounds -> all.add(memory(new Bounds<>(bounds.min(), bounds.max()))));
    expect.cpu().ifPresent(bounds -> all.add(cpu(new Bounds<>(bounds.min(), bounds.max()))));
    scaling(all);
    expect
        .timeout()
        .ifPresent(bounds -> all.add(timeout(new Bounds<>(bounds.min(), bounds.max()))));
    expect.labels().forEach((name, value) -> all.add(label(name, value)));
    return all;
  }

  private void scaling(List<Assertion> all) {
    expect
        .minInstances()
        .ifPresent(range -> all.add(inRange("min instances", range, revision.minInstances())));
    expect
        .maxInstances()
        .ifPresent(range -> all.add(ifSet("max instances", range, revision.maxInstances())));
    expect
        .concurrency()
        .ifPresent(range -> all.add(ifSet("concurrency", range, revision.concurrency())));
  }

  private Assertion digest(DigestRule rule) {
    String expected = rule.exact().orElse("known");
    String image = revision.container().image();
    if (revision.container().digest().isEmpty()) {
      return Assertion.unsettled(
          "image digest",
          expected,
          "not known: the image was deployed as " + image,
          "deploy the image by digest: " + image.replaceFirst(":[^:/]*$", "") + "@sha256:…");
    }
    String actual = revision.container().digest().get();
    boolean same = rule.exact().map(actual::equals).orElse(true);
    return Assertion.of("image digest", expected, actual, same);
  }

  private Assertion memory(Bounds<DataSize> bounds) {
    String limit = revision.container().limits().getOrDefault("memory", "");
    return limit("memory limit", bounds, limit, DataSize.ofLimit(limit));
  }

  private Assertion cpu(Bounds<CpuAmount> bounds) {
    String limit = revision.container().limits().getOrDefault("cpu", "");
    return limit("cpu limit", bounds, limit, CpuAmount.ofLimit(limit));
  }

  private static <T extends Comparable<T>> Assertion limit(
      String what, Bounds<T> bounds, String limit, Optional<T> value) {
    String expected = bounds.words(String::valueOf);
    return value
        .map(known -> Assertion.of(what, expected, limit, bounds.contain(known)))
        .orElseGet(() -> unset(what, expected, limit.isEmpty() ? MISSING : limit));
  }

  private static Assertion inRange(String what, CountRange range, int number) {
    return Assertion.of(what, range.words(), String.valueOf(number), range.contains(number));
  }

  /** Zero means that Cloud Run's own default applies, which the API does not tell. */
  private static Assertion ifSet(String what, CountRange range, int number) {
    return number == 0 ? unset(what, range.words(), MISSING) : inRange(what, range, number);
  }

  private static Assertion unset(String what, String expected, String actual) {
    return Assertion.unsettled(
        what, expected, actual, "set the " + what + " explicitly when you deploy");
  }

  private Assertion timeout(Bounds<Duration> bounds) {
    Duration timeout = revision.timeout();
    return Assertion.of(
        "request timeout", bounds.words(Ages::words), Ages.words(timeout), bounds.contain(timeout));
  }

  private Assertion age(Bounds<Duration> bounds) {
    Duration age = Duration.between(revision.createdAt(), now);
    return Assertion.of("age", bounds.words(Ages::words), Ages.words(age), bounds.contain(age));
  }

  private Assertion label(String name, String value) {
    String actual = revision.labels().getOrDefault(name, MISSING);
    return Assertion.of("label " + name, value, actual, value.equals(actual));
  }
}

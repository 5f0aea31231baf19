package dev.stageproof.report;

import dev.stageproof.model.GapReason;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Merged;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table at the report's head: what was validated, and when. */
final class Facts {
  private Facts() {}

  static List<Fact> of(RunRecord run, Marks marks) {
    List<Fact> facts = new ArrayList<>(about(run.subject()));
    facts.add(
        Fact.text(
            "Validated", Figures.second(run.startedAt()) + ", in " + Figures.duration(run.took())));
    run.merged().ifPresent(merged -> facts.add(shards(merged)));
    run.identity()
        .ifPresentOrElse(
            identity -> facts.addAll(deployed(identity, run, marks)),
            () -> facts.add(Fact.text("Revision", unknown(run))));
    run.baseline().ifPresent(baseline -> facts.add(Compared.fact("Baseline", run, marks)));
    run.window().ifPresent(window -> facts.add(Fact.text("Log window", Figures.window(window))));
    facts.add(Fact.code("Report ID", run.reportId(), ""));
    return List.copyOf(facts);
  }

  /** "3 runs: staging-validation-965-20250915-0847 (7 checks), …". */
  private static Fact shards(Merged merged) {
    String runs =
        merged.shards().stream()
            .map(
                shard ->
                    shard.reportId()
                        + " ("
                        + Figures.count(shard.checks().size(), "check", "checks")
                        + ")")
            .collect(Collectors.joining(", "));
    return Fact.text(
        "Merged from", Figures.count(merged.shards().size(), "run", "runs") + ": " + runs);
  }

  private static String unknown(RunRecord run) {
    return aboutDeployment(run) ? "not identified" : "none: nothing deployed was observed";
  }

  private static List<Fact> about(Subject subject) {
    List<Fact> facts = new ArrayList<>();
    String priority = subject.priority().map(name -> "priority " + name).orElse("");
    subject
        .title()
        .ifPresentOrElse(
            title -> facts.add(Fact.text("Subject", joined(title, priority))),
            () -> subject.priority().ifPresent(name -> facts.add(Fact.text("Priority", name))));
    subject.branch().ifPresent(branch -> facts.add(Fact.code("Branch", branch, "")));
    subject.commit().ifPresent(commit -> facts.add(Fact.code("Commit", commit, "")));
    subject.session().ifPresent(session -> facts.add(Fact.code("Session", session, "")));
    return facts;
  }

  private static String joined(String first, String second) {
    return second.isEmpty() ? first : first + " · " + second;
  }

  private static List<Fact> deployed(Identity identity, RunRecord run, Marks marks) {
    List<Fact> facts = new ArrayList<>();
    String place = identity.region() + " · " + identity.project();
    facts.add(Fact.code("Service", identity.service(), place));
    identity.url().ifPresent(url -> facts.add(Fact.code("Address", url, ingress(run))));
    facts.add(Fact.code("Revision", identity.revision(), asked(identity) + age(identity, run)));
    identity
        .commit()
        .ifPresent(commit -> facts.add(Fact.code("Built from", commit, built(commit, run, marks))));
    identity
        .image()
        .ifPresent(image -> facts.add(Fact.code("Image", image, pinned(identity, marks))));
    identity
        .digest()
        .filter(digest -> !identity.image().orElse("").contains(digest))
        .ifPresent(digest -> facts.add(Fact.code("Digest", digest, "")));
    facts.add(Fact.text("Traffic", Shares.of(identity)));
    if (!Compared.isPrevious(run)) {
      facts.addAll(previous(identity));
    }
    return facts;
  }

  private static String ingress(RunRecord run) {
    return run.configuration()
        .flatMap(settings -> Optional.ofNullable(settings.settings().get("ingress")))
        .map(from -> "ingress: " + from)
        .orElse("");
  }

  private static String asked(Identity identity) {
    return identity.askedAs().equals(identity.revision())
        ? ""
        : "asked for as " + identity.askedAs() + "; ";
  }

  /** A revision may be built from another commit than the one that the configuration names. */
  private static String built(String commit, RunRecord run, Marks marks) {
    boolean same =
        run.subject()
            .commit()
            .map(named -> named.startsWith(commit) || commit.startsWith(named))
            .orElse(true);
    String labels = "by the labels of the deployment";
    return same ? labels : labels + "; " + marks.care() + " not the commit above";
  }

  private static List<Fact> previous(Identity identity) {
    String name = "Previous revision";
    return identity
        .previous()
        .map(
            known ->
                Fact.code(name, known.revision(), "deployed " + Figures.second(known.deployedAt())))
        .or(() -> identity.previousGap().map(gap -> Fact.text(name, "not known: " + gap.message())))
        .stream()
        .toList();
  }

  private static String age(Identity identity, RunRecord run) {
    Duration age = Figures.shownLength(identity.deployedAt(), run.startedAt());
    String relation = age.isNegative() ? " after this run began" : " before this run";
    return "deployed "
        + Figures.second(identity.deployedAt())
        + ", "
        + Figures.duration(age)
        + relation
        + identity.deployedBy().map(client -> ", by " + client).orElse("")
        + identity.creator().map(account -> ", as " + account).orElse("");
  }

  private static String pinned(Identity identity, Marks marks) {
    if (identity.image().filter(image -> image.contains("@sha256:")).isPresent()) {
      return "";
    }
    String known =
        identity.digest().isPresent() ? "the digest below is what ran" : "no digest known";
    return marks.care() + " deployed by tag, which can move; " + known;
  }

  /** False when the configuration names no target: then the run asked nothing of a deployment. */
  static boolean aboutDeployment(RunRecord run) {
    return run.identityGap().filter(gap -> gap.reason() == GapReason.UNKNOWN_TARGET).isEmpty();
  }

  /** Why it is not known what was under test, and what would let it be known. */
  static String unidentified(RunRecord run) {
    return run.identityGap()
        .map(
            gap ->
                ForeignText.sentence(gap.message())
                    + " "
                    + capital(ForeignText.sentence(gap.settle())))
        .orElse("The configuration names no target.");
  }

  /** A step may be written as the end of a sentence; here it begins one. */
  private static String capital(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }
}

package dev.stageproof.probes.cloudrun;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.DeploymentObservation.Condition;
import dev.stageproof.observe.DeploymentObservation.Service;
import dev.stageproof.observe.DeploymentRequest;
import dev.stageproof.probes.google.Asked;
import dev.stageproof.probes.google.GoogleApi;
import dev.stageproof.shape.Nearest;
import dev.stageproof.spi.Permission;
import dev.stageproof.spi.RevisionSelector;
import dev.stageproof.spi.Shell;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reads of a look at a deployment, and what their failures mean. */
record DeploymentQuestions(DeploymentRequest request, GoogleApi api) {

  private static final String VIEWER = "roles/run.viewer";
  private static final String SLOW = "raise `timeout` of the check, then run again";

  Asked service() {
    Gap missing =
        Gap.of(
            GapReason.NOT_FOUND,
            "no Cloud Run service %s in %s of project %s"
                .formatted(request.service(), request.region(), request.project()),
            "correct `target`; `gcloud run services list --project=%s` shows what exists"
                .formatted(Shell.word(request.project())));
    return asked("run.services.get", missing);
  }

  Asked revision(String name) {
    Gap missing =
        Gap.of(
            GapReason.NOT_FOUND,
            "Cloud Run service %s in %s of project %s has no revision %s"
                .formatted(request.service(), request.region(), request.project(), name),
            "correct `revision`; " + whatExists());
    return asked("run.revisions.get", missing);
  }

  /** There is no revision of that name; the nearest one may be meant. */
  Gap unknown(String name, List<String> known) {
    List<String> candidates =
        Stream.concat(known.stream(), RevisionSelector.WORDS.stream()).toList();
    String settle =
        Nearest.to(name, candidates)
            .map(near -> "did you mean `" + near + "`? " + whatExists())
            .orElse(revision(name).missing().settle());
    return Gap.of(GapReason.NOT_FOUND, revision(name).missing().message(), settle);
  }

  private String whatExists() {
    return "`" + request.listNewestFirst() + "` shows what exists";
  }

  /** No revision has the tag. */
  Gap unknownTag(String tag, Service service) {
    List<String> tags = service.traffic().stream().flatMap(part -> part.tag().stream()).toList();
    return Gap.of(
        GapReason.NOT_FOUND,
        "Cloud Run service %s in %s of project %s has no traffic tag %s"
            .formatted(request.service(), request.region(), request.project(), tag),
        tags.isEmpty()
            ? "give a revision the tag: `gcloud run services update-traffic %s %s --update-tags=%s=REVISION`"
                .formatted(Shell.word(request.service()), place(request), Shell.word(tag))
            : Nearest.to(tag, tags)
                .map(near -> "did you mean `" + RevisionSelector.TAG + near + "`?")
                .orElse("its tags: " + Nearest.list(tags)));
  }

  /** The latest ready revision is the first one. */
  Gap nothingBefore(String latest) {
    return Gap.of(
        GapReason.NOT_FOUND,
        "service %s has no revision before %s, its latest ready one"
            .formatted(request.service(), latest),
        "name another `revision`; " + whatExists());
  }

  /** The service exists, but nothing was ever made of its template. */
  Gap neverCreated(Service service) {
    return none(service, "service %s has no revision yet: %s");
  }

  /** The list of revisions; the service was just seen, so a missing one is its. */
  Asked revisions() {
    return asked("run.revisions.list", service().missing());
  }

  private Asked asked(String permission, Gap missing) {
    return new Asked(api, request.project(), new Permission(permission, VIEWER), missing, SLOW);
  }

  /** The service exists, but none of its revisions was ever ready. */
  Gap neverReady(Service service) {
    return none(service, "service %s has no ready revision: %s");
  }

  private Gap none(Service service, String text) {
    String why = service.terminal().map(DeploymentQuestions::words).orElse("no condition yet");
    return Gap.of(
        GapReason.NOT_FOUND,
        text.formatted(request.service(), why),
        "mend the deployment or wait for its end; `gcloud run services describe %s %s` shows it"
            .formatted(Shell.word(request.service()), place(request)));
  }

  Gap withoutTime(String revision) {
    return Gap.of(
        GapReason.MALFORMED,
        "the answer about revision %s has no create_time".formatted(revision),
        "check what serves at " + api.address());
  }

  private static String place(DeploymentRequest request) {
    return "--region=%s --project=%s"
        .formatted(Shell.word(request.region()), Shell.word(request.project()));
  }

  private static String words(Condition condition) {
    return Stream.of(
            condition.type() + " " + condition.state(),
            condition.reason().orElse(""),
            condition.message().orElse(""))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }
}

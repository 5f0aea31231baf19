package dev.stageproof.checks.classpresence;

import dev.stageproof.checks.classpresence.ClassPresenceSettings.Present;
import dev.stageproof.checks.places.Binding;
import dev.stageproof.checks.places.ImageChoice;
import dev.stageproof.checks.places.Where;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Metric;
import dev.stageproof.model.Unit;
import dev.stageproof.observe.ClassFilesObservation;
import dev.stageproof.observe.ClassFilesRequest;
import dev.stageproof.observe.ClassQuestions;
import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentRequest;
import dev.stageproof.observe.ImageClassesObservation;
import dev.stageproof.observe.ImageClassesRequest;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.CheckType;
import dev.stageproof.spi.Observations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for classes in jars and folders, on this machine or in an image. */
public final class ClassPresenceCheck implements CheckType<ClassPresenceSettings> {

  @Override
  public String name() {
    return "class-presence";
  }

  @Override
  public String title() {
    return "Class files";
  }

  @Override
  public Class<ClassPresenceSettings> settingsType() {
    return ClassPresenceSettings.class;
  }

  /** The layers of an image may have to be fetched first. */
  @Override
  public Duration timeout(ClassPresenceSettings settings) {
    return settings.where() == Where.IMAGE ? Duration.ofMinutes(5) : Duration.ofSeconds(20);
  }

  @Override
  public CheckPlan plan(ClassPresenceSettings settings, CheckContext context) {
    if (settings.where() == Where.LOCAL) {
      return CheckPlan.ask(local(settings, context));
    }
    ImageChoice choice = ImageChoice.of(settings.image(), context);
    return choice instanceof ImageChoice.Chosen chosen
        ? new CheckPlan.Ask(
            List.of(inside(settings, chosen)),
            List.copyOf(deployment(settings, context).stream().toList()))
        : CheckPlan.impossible(((ImageChoice.Unknown) choice).gap());
  }

  /** Whether the revision starts the image's program as the image itself would. */
  private static Optional<DeploymentRequest> deployment(
      ClassPresenceSettings settings, CheckContext context) {
    boolean told = settings.image().isEmpty() && settings.classPath().isEmpty();
    return context
        .identity()
        .filter(known -> told)
        .map(
            known ->
                new DeploymentRequest(
                    known.project(), known.region(), known.service(), known.revision()));
  }

  private static ClassFilesRequest local(ClassPresenceSettings settings, CheckContext context) {
    return new ClassFilesRequest(path(settings, context).places(), questions(settings));
  }

  private static ImageClassesRequest inside(
      ClassPresenceSettings settings, ImageChoice.Chosen chosen) {
    return new ImageClassesRequest(chosen.source(), settings.classPath(), questions(settings));
  }

  private static ClassQuestions questions(ClassPresenceSettings settings) {
    Stream<String> absent =
        settings.absent().stream()
            .flatMap(one -> Stream.concat(Stream.of(one.name()), one.control().stream()));
    return new ClassQuestions(
        Stream.concat(settings.present().stream().map(Present::name), absent).distinct().toList(),
        settings.javaRelease());
  }

  private static ClassPath path(ClassPresenceSettings settings, CheckContext context) {
    return new ClassPath(settings.classPath(), context.directory());
  }

  @Override
  public Evaluation evaluate(
      ClassPresenceSettings settings, CheckContext context, Observations observations) {
    if (settings.where() == Where.LOCAL) {
      ClassPath path = path(settings, context);
      ClassFilesObservation seen = observations.of(local(settings, context));
      boolean javaKnown = settings.javaRelease().isPresent();
      return judged(settings, new SeenClasses(seen, Optional.of(path), javaKnown), List.of())
          .withRemarks(List.of(Binding.local(String.join(", ", settings.classPath()))));
    }
    ImageChoice.Chosen chosen = (ImageChoice.Chosen) ImageChoice.of(settings.image(), context);
    ImageClassesObservation seen = observations.of(inside(settings, chosen));
    Optional<DeploymentObservation> deployed =
        deployment(settings, context).flatMap(look -> observations.sight(look).seen());
    return inImage(settings, new ImageFacts(seen, chosen.binding(), deployed));
  }

  private static Evaluation inImage(ClassPresenceSettings settings, ImageFacts image) {
    Optional<Assertion> obstacle = image.obstacle();
    SeenClasses seen =
        new SeenClasses(image.seen().classes(), Optional.empty(), image.seen().java().isPresent());
    Evaluation result =
        obstacle.isPresent()
            ? Evaluation.of(obstacle.get().actual(), List.of(obstacle.get()))
            : judged(settings, seen, image.assertions());
    return result.withRemarks(image.remarks());
  }

  private static Evaluation judged(
      ClassPresenceSettings settings, SeenClasses seen, List<Assertion> more) {
    List<Assertion> present =
        settings.present().stream()
            .flatMap(one -> new ClassAssertions(seen, one).list().stream())
            .toList();
    List<Assertion> absent =
        settings.absent().stream()
            .map(one -> new AbsenceAssertion(seen, one, settings.minClasses()).get())
            .toList();
    List<Assertion> all = Stream.of(present, absent, more).flatMap(List::stream).toList();
    String headline = new Headline(settings, seen, absent).over(all);
    return Evaluation.of(headline, all)
        .withMetrics(
            List.of(Metric.measured("classes seen", (double) seen.classes().scanned(), Unit.COUNT)))
        .withExcerpts(new SearchedPath(seen).excerpts());
  }
}

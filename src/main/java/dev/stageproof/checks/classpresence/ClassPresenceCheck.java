package dev.stageproof.checks.classpresence;

import dev.stageproof.checks.classpresence.ClassPresenceSettings.Present;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Metric;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Unit;
import dev.stageproof.observe.ClassFilesObservation;
import dev.stageproof.observe.ClassFilesRequest;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.CheckType;
import dev.stageproof.spi.Observations;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks for classes in jars and folders. */
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

  @Override
  public CheckPlan plan(ClassPresenceSettings settings, CheckContext context) {
    return CheckPlan.ask(request(settings, context));
  }

  private static ClassFilesRequest request(ClassPresenceSettings settings, CheckContext context) {
    List<String> names =
        Stream.concat(settings.present().stream().map(Present::name), settings.absent().stream())
            .distinct()
            .toList();
    return new ClassFilesRequest(path(settings, context).places(), names);
  }

  private static ClassPath path(ClassPresenceSettings settings, CheckContext context) {
    return new ClassPath(settings.classPath(), context.directory());
  }

  @Override
  public Evaluation evaluate(
      ClassPresenceSettings settings, CheckContext context, Observations observations) {
    ClassFilesObservation seen = observations.of(request(settings, context));
    ClassAssertions assertions = new ClassAssertions(path(settings, context), seen);
    List<Assertion> present =
        settings.present().stream().flatMap(one -> assertions.present(one).stream()).toList();
    List<Assertion> absent =
        settings.absent().stream()
            .map(name -> assertions.absent(name, settings.minClasses()))
            .toList();
    List<Assertion> all = Stream.concat(present.stream(), absent.stream()).toList();
    return Evaluation.of(headline(settings, assertions, all), all)
        .withMetrics(List.of(Metric.measured("classes seen", (double) seen.scanned(), Unit.COUNT)));
  }

  private static String headline(
      ClassPresenceSettings settings, ClassAssertions assertions, List<Assertion> all) {
    int wanted = settings.present().size();
    int unwanted = settings.absent().size();
    List<String> parts = new ArrayList<>();
    if (wanted > 0) {
      long found =
          settings.present().stream()
              .filter(one -> !assertions.seen().of(one.name()).isEmpty())
              .count();
      parts.add(found + " of " + wanted + " present");
    }
    if (unwanted > 0) {
      long gone =
          all.subList(all.size() - unwanted, all.size()).stream()
              .filter(one -> one.outcome() == Outcome.PASS)
              .count();
      parts.add(gone + " of " + unwanted + " absent");
    }
    return String.join(", ", parts) + " in " + assertions.classes() + trouble(all);
  }

  /** The first thing that is not as expected; a contradiction before a lack of proof. */
  private static String trouble(List<Assertion> all) {
    Outcome worst = Outcome.all(all.stream().map(Assertion::outcome).toList());
    return all.stream()
        .filter(one -> worst != Outcome.PASS && one.outcome() == worst)
        .findFirst()
        .map(one -> "; " + one.what() + ": " + one.actual())
        .orElse("");
  }
}

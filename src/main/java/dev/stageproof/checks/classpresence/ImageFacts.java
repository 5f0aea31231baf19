package dev.stageproof.checks.classpresence;

import dev.stageproof.checks.places.Binding;
import dev.stageproof.model.Assertion;
import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentObservation.Container;
import dev.stageproof.observe.DeploymentObservation.EnvVar;
import dev.stageproof.observe.ImageClassesObservation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an image that was read has to do with the revision.
 *
 * @param deployed the revision as the platform tells it, where that was seen
 */
record ImageFacts(
    ImageClassesObservation seen, Binding binding, Optional<DeploymentObservation> deployed) {

  /** Variables that change the class path of the program that the image starts. */
  private static final Set<String> VARIABLES =
      Set.of("CLASSPATH", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

  /** What keeps the answer from meaning anything: another program than the image's own. */
  Optional<Assertion> obstacle() {
    return seen.told()
        .filter(start -> container().filter(own -> replaces(own, start.byArguments())).isPresent())
        .map(
            start ->
                Assertion.unsettled(
                    "class path",
                    "that of the program that the revision starts",
                    "the revision replaces the image's command or arguments: " + start.command(),
                    "Name the class path in `class-path`."));
  }

  private static boolean replaces(Container own, boolean byArguments) {
    return own.ownCommand() || (byArguments && own.arguments() > 0);
  }

  private Optional<Container> container() {
    return deployed.map(it -> it.revision().container());
  }

  List<Assertion> assertions() {
    return binding.assertions(seen.asked(), seen.digest());
  }

  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    remarks.add(binding.remark(seen.asked(), seen.digest()));
    seen.told()
        .ifPresent(start -> remarks.add("The class path is that of `" + start.command() + "`."));
    seen.java()
        .ifPresent(
            java ->
                remarks.add(
                    "Variants for Java "
                        + java.number()
                        + " count, told by "
                        + java.source()
                        + "."));
    variables().ifPresent(remarks::add);
    return List.copyOf(remarks);
  }

  private Optional<String> variables() {
    List<String> set =
        container().stream()
            .flatMap(own -> own.env().stream())
            .map(EnvVar::name)
            .filter(VARIABLES::contains)
            .toList();
    return set.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The revision sets "
                + String.join(", ", set)
                + ", whose value is not read: what it changes in the class path was not searched.");
  }
}

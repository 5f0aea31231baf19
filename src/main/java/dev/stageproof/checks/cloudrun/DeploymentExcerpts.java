package dev.stageproof.checks.cloudrun;

import dev.stageproof.model.Excerpt;
import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentObservation.Condition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The platform's own words about what is not as it should be. */
final class DeploymentExcerpts {
  private DeploymentExcerpts() {}

  static List<Excerpt> of(DeploymentObservation seen) {
    Stream<Condition> service =
        Stream.concat(seen.service().terminal().stream(), seen.service().conditions().stream());
    return Stream.concat(
            service.distinct().flatMap(part -> excerpt("service", part)),
            seen.revision().conditions().stream().flatMap(part -> excerpt("revision", part)))
        .toList();
  }

  private static Stream<Excerpt> excerpt(String whose, Condition condition) {
    if (condition.state().equals(Conditions.SUCCEEDED)) {
      return Stream.empty();
    }
    return condition.message().stream()
        .map(
            text ->
                new Excerpt(
                    whose + " condition " + condition.type(),
                    condition.since(),
                    Optional.of(condition.state()),
                    text));
  }
}

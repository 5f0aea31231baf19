package dev.stageproof.probes.cloudrun;

import com.google.cloud.run.v2.Container;
import dev.stageproof.observe.DeploymentObservation.EnvVar;
import dev.stageproof.observe.DeploymentObservation.Revision;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the API's revision message. The API has no field for the image's digest; it is known only
 * when the image was deployed by digest.
 *
 * @see <a
 *     href="https://cloud.google.com/run/docs/reference/rpc/google.cloud.run.v2#revision">Revision</a>
 */
final class RevisionReader {
  private static final Pattern DIGEST = Pattern.compile("@(sha256:[0-9a-f]{64})$");

  private RevisionReader() {}

  static Revision read(com.google.cloud.run.v2.Revision revision) {
    Container container =
        revision.getContainersList().stream().findFirst().orElse(Container.getDefaultInstance());
    return new Revision(
        Names.last(revision.getName()),
        ConditionReader.instant(revision.getCreateTime()),
        revision.getConditionsList().stream().map(ConditionReader::read).toList(),
        container.getImage(),
        digest(container.getImage()),
        env(container),
        Names.sorted(container.getResources().getLimitsMap()),
        revision.getScaling().getMinInstanceCount(),
        revision.getScaling().getMaxInstanceCount(),
        revision.getMaxInstanceRequestConcurrency(),
        Duration.ofSeconds(revision.getTimeout().getSeconds(), revision.getTimeout().getNanos()),
        revision.getServiceAccount(),
        Names.sorted(revision.getLabelsMap()),
        Names.set(revision.getCreator()),
        Names.set(revision.getLogUri()));
  }

  private static Optional<String> digest(String image) {
    Matcher matcher = DIGEST.matcher(image);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Values stay behind: they may be secrets. */
  private static List<EnvVar> env(Container container) {
    return container.getEnvList().stream()
        .map(
            entry ->
                new EnvVar(
                    entry.getName(),
                    entry.hasValueSource() ? EnvVar.Kind.SECRET : EnvVar.Kind.VALUE))
        .toList();
  }
}

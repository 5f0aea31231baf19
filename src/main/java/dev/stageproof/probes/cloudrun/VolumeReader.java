package dev.stageproof.probes.cloudrun;

import com.google.cloud.run.v2.SecretVolumeSource;
import dev.stageproof.observe.DeploymentObservation.SecretVersion;
import dev.stageproof.observe.DeploymentObservation.Volume;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads the API's volume message.
 *
 * @see <a
 *     href="https://cloud.google.com/run/docs/reference/rpc/google.cloud.run.v2#volume">Volume</a>
 */
final class VolumeReader {
  private VolumeReader() {}

  static Volume read(com.google.cloud.run.v2.Volume volume) {
    return new Volume(volume.getName(), volume.getVolumeTypeCase().name(), sources(volume));
  }

  private static List<String> sources(com.google.cloud.run.v2.Volume volume) {
    return switch (volume.getVolumeTypeCase()) {
      case SECRET -> secrets(volume.getSecret());
      case CLOUD_SQL_INSTANCE -> List.copyOf(volume.getCloudSqlInstance().getInstancesList());
      case EMPTY_DIR -> Names.set(volume.getEmptyDir().getSizeLimit()).stream().toList();
      case NFS -> List.of(volume.getNfs().getServer() + ":" + volume.getNfs().getPath());
      case GCS -> List.of(volume.getGcs().getBucket());
      case VOLUMETYPE_NOT_SET -> List.of();
    };
  }

  /** Without items, the latest version is mounted under the secret's name. */
  private static List<String> secrets(SecretVolumeSource source) {
    Stream<SecretVersion> versions =
        source.getItemsCount() == 0
            ? Stream.of(ContainerReader.secret(source.getSecret(), ""))
            : source.getItemsList().stream()
                .map(item -> ContainerReader.secret(source.getSecret(), item.getVersion()));
    return versions.map(version -> version.secret() + ":" + version.version()).distinct().toList();
  }
}

package dev.stageproof.checks.cloudrun;

import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentObservation.Container;
import dev.stageproof.observe.DeploymentObservation.Revision;
import dev.stageproof.observe.DeploymentObservation.Volume;
import dev.stageproof.observe.DeploymentObservation.Vpc;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every setting of a revision by name; what is not set has no entry. */
final class SettingsInWords {

  /** v1 clients keep the instances here; the API v2 has a volume for them. */
  private static final String CLOUD_SQL = "run.googleapis.com/cloudsql-instances";

  private final Map<String, String> found = new TreeMap<>();

  private SettingsInWords() {}

  static Map<String, String> of(DeploymentObservation seen) {
    SettingsInWords words = new SettingsInWords();
    Revision revision = seen.revision();
    words.found.putAll(new ContainerInWords("", revision.container()).settings());
    revision.sidecars().forEach(words::sidecar);
    words.scaling(revision);
    words.place(revision);
    revision.vpc().ifPresent(words::vpc);
    revision.volumes().forEach(volume -> words.volume(volume, revision.container()));
    words.labels(revision);
    words.put("ingress", Ingress.words(seen.service().ingress()));
    return words.found;
  }

  private void put(String name, String text) {
    if (!text.isEmpty()) {
      found.put(name, text);
    }
  }

  private void sidecar(Container container) {
    String prefix = "container " + container.name() + ", ";
    found.putAll(new ContainerInWords(prefix, container).settings());
  }

  private void scaling(Revision revision) {
    put("min instances", String.valueOf(revision.minInstances()));
    put("max instances", number(revision.maxInstances()));
    put("concurrency", number(revision.concurrency()));
    put("request timeout", Ages.words(revision.timeout()));
    put("session affinity", revision.sessionAffinity() ? "on" : "off");
  }

  /** Zero is how the API tells that nothing is set. */
  private static String number(int value) {
    return value == 0 ? "" : String.valueOf(value);
  }

  private void place(Revision revision) {
    put("service account", revision.serviceAccount());
    put("execution environment", revision.executionEnvironment().map(Plain::word).orElse(""));
    put("cloud sql instances", revision.annotations().getOrDefault(CLOUD_SQL, ""));
  }

  private void vpc(Vpc vpc) {
    put("vpc connector", vpc.connector().orElse(""));
    put("vpc network", vpc.network().orElse(""));
    put("vpc subnetwork", vpc.subnetwork().orElse(""));
    put("vpc network tags", String.join(", ", vpc.tags()));
    put("vpc egress", vpc.egress().map(Plain::word).orElse(""));
  }

  private void volume(Volume volume, Container container) {
    String sources = String.join(", ", volume.sources());
    if (volume.kind().equals("CLOUD_SQL_INSTANCE")) {
      put("cloud sql instances", sources);
      return;
    }
    String kind = volume.kind().toLowerCase(Locale.ROOT).replace('_', ' ');
    String paths =
        container.mounts().stream()
            .filter(mount -> mount.volume().equals(volume.name()))
            .map(mount -> " at " + mount.path())
            .collect(Collectors.joining());
    put("volume " + volume.name(), (kind + " " + sources).strip() + paths);
  }

  private void labels(Revision revision) {
    revision.labels().entrySet().stream()
        .filter(label -> !Labels.ofThePlatform(label.getKey()))
        .forEach(label -> found.put("label " + label.getKey(), label.getValue()));
  }
}

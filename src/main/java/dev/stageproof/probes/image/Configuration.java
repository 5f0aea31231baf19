package dev.stageproof.probes.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.ImageManifestObservation;
import dev.stageproof.observe.ImageManifestObservation.Blob;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an image's configuration tells, checked against its digest.
 *
 * @param words the image in messages: "image us-docker.pkg.dev/acme/backend:1"
 */
record Configuration(String words, ImageManifestObservation manifest, JsonNode tree) {
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * Reads it.
   *
   * @throws UnobservedException when it is not what its digest says, or no configuration of an
   *     image for Cloud Run
   */
  static Configuration of(String words, ImageManifestObservation manifest, byte[] bytes)
      throws UnobservedException {
    String digest = Hashed.digest(bytes);
    if (!digest.equals(manifest.config().digest())) {
      throw malformed(
          "the configuration of %s, %s, has the digest %s"
              .formatted(words, manifest.config().digest(), digest));
    }
    try {
      Configuration read = new Configuration(words, manifest, JSON.readTree(bytes));
      read.requirePlatform();
      return read;
    } catch (IOException e) {
      throw malformed("the configuration of " + words + " is not JSON");
    }
  }

  private void requirePlatform() throws UnobservedException {
    String system = tree.path("os").asText("linux");
    String machine = tree.path("architecture").asText("amd64");
    if (!system.equals("linux") || !machine.equals("amd64")) {
      throw new UnobservedException(
          Gap.of(
              GapReason.NOT_FOUND,
              words + " is for " + system + "/" + machine,
              "build the image for linux/amd64, which Cloud Run runs"));
    }
  }

  /** The layers with what they must be when unpacked. */
  List<Layer> layers() throws UnobservedException {
    List<Blob> stored = manifest.layers();
    List<String> diffIds = texts(tree.path("rootfs").path("diff_ids"));
    if (stored.isEmpty() || diffIds.size() != stored.size()) {
      throw malformed(
          "%s is no container image: its manifest names %d layers, its configuration %d"
              .formatted(words, stored.size(), diffIds.size()));
    }
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < stored.size(); i++) {
      if (!diffIds.get(i).matches("sha256:[0-9a-f]{64}")) {
        throw malformed("the configuration of " + words + " names a layer without a digest");
      }
      layers.add(new Layer(stored.get(i), diffIds.get(i)));
    }
    return layers;
  }

  /** How the image wants to be started. */
  ImageConfig start() {
    JsonNode start = tree.path("config");
    Map<String, String> env = new LinkedHashMap<>();
    for (String variable : texts(start.path("Env"))) {
      int end = Math.max(0, variable.indexOf('='));
      env.put(variable.substring(0, end), variable.substring(Math.min(variable.length(), end + 1)));
    }
    env.remove("");
    Map<String, String> labels = new LinkedHashMap<>();
    start.path("Labels").properties().forEach(l -> labels.put(l.getKey(), l.getValue().asText()));
    String folder = start.path("WorkingDir").asText();
    return new ImageConfig(
        env,
        texts(start.path("Entrypoint")),
        texts(start.path("Cmd")),
        folder.isEmpty() ? "/" : folder,
        Optional.of(start.path("User").asText()).filter(user -> !user.isEmpty()),
        labels);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static UnobservedException malformed(String message) {
    return new UnobservedException(Trouble.malformed(message));
  }
}

package dev.stageproof.probes.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.ImageManifestObservation;
import dev.stageproof.observe.ImageManifestObservation.Blob;
import dev.stageproof.probes.registry.ManifestSource.Served;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the manifest of an image for linux/amd64, which is what Cloud Run runs; each document is
 * checked against the digest that it was asked for by.
 */
public record Manifests(ManifestSource source) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String DIGEST = "sha256:";
  private static final String OS = "linux";
  private static final String ARCHITECTURE = "amd64";

  /** More layers than any image has; Docker allows 127. */
  private static final int MOST_LAYERS = 1000;

  /** A manifest or index, what it is called, and the digest of its bytes. */
  private record Document(String words, String digest, String type, JsonNode tree) {
    boolean index() {
      return tree.path("manifests").isArray();
    }
  }

  /**
   * Reads it.
   *
   * @param version a digest or a tag, of the manifest or of an index that names it
   * @throws UnobservedException when it can't be had or is not what its digest says
   * @throws InterruptedException when the run is stopped
   */
  public ImageManifestObservation of(String version)
      throws UnobservedException, InterruptedException {
    Document asked = document(version);
    Document manifest = asked.index() ? document(forPlatform(asked)) : asked;
    JsonNode tree = manifest.tree();
    if (!tree.path("layers").isArray() || tree.path("layers").size() > MOST_LAYERS) {
      throw malformed("the manifest of " + manifest.words() + " names no layers");
    }
    List<Blob> layers = new ArrayList<>();
    for (JsonNode layer : tree.path("layers")) {
      layers.add(blob(manifest, layer));
    }
    return new ImageManifestObservation(
        asked.digest(),
        manifest.digest(),
        manifest.type(),
        blob(manifest, tree.path("config")),
        List.copyOf(layers));
  }

  private Document document(String version) throws UnobservedException, InterruptedException {
    Served served = source.get(version);
    String words = source.words(version);
    String digest = DIGEST + served.bytes().sha256().hex();
    if (version.startsWith(DIGEST) && !version.equals(digest)) {
      throw malformed("what is stored as " + words + " has the digest " + digest);
    }
    try {
      JsonNode tree = JSON.readTree(served.bytes().toByteArray());
      String type = tree.path("mediaType").asText(served.type().orElse(""));
      return new Document(words, digest, type, tree);
    } catch (IOException e) {
      throw malformed("the manifest of " + words + " is not JSON");
    }
  }

  private String forPlatform(Document index) throws UnobservedException {
    List<String> others = new ArrayList<>();
    for (JsonNode entry : index.tree().path("manifests")) {
      JsonNode platform = entry.path("platform");
      String system = platform.path("os").asText();
      String machine = platform.path("architecture").asText();
      if (system.equals(OS) && machine.equals(ARCHITECTURE)) {
        return blob(index, entry).digest();
      }
      others.add(system + "/" + machine);
    }
    throw new UnobservedException(
        Gap.of(
            GapReason.NOT_FOUND,
            "%s has no manifest for %s/%s, only for %s"
                .formatted(
                    index.words(),
                    OS,
                    ARCHITECTURE,
                    others.isEmpty() ? "nothing" : String.join(", ", others)),
            "build the image for linux/amd64, which Cloud Run runs"));
  }

  private Blob blob(Document named, JsonNode descriptor) throws UnobservedException {
    String digest = descriptor.path("digest").asText();
    long size = descriptor.path("size").asLong(-1);
    if (!digest.matches(DIGEST + "[0-9a-f]{64}") || size < 0) {
      throw malformed("the manifest of " + named.words() + " names a part without digest or size");
    }
    return new Blob(digest, descriptor.path("mediaType").asText(), size);
  }

  private UnobservedException malformed(String message) {
    return new UnobservedException(source.malformed(message));
  }
}

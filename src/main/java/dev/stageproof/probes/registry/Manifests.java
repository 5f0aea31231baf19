package dev.stageproof.probes.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.ImageManifestObservation;
import dev.stageproof.observe.ImageManifestObservation.Blob;
import dev.stageproof.observe.ImageManifestRequest;
import dev.stageproof.observe.ImageReference;
import dev.stageproof.probes.registry.Transport.Answer;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okio.ByteString;

/**
 * Reads the manifest of an image for linux/amd64, which is what Cloud Run runs; each document is
 * checked against the digest that it was asked for by.
 */
record Manifests(Registry registry) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String OS = "linux";
  private static final String ARCHITECTURE = "amd64";

  /** More layers than any image has; Docker allows 127. */
  private static final int MOST_LAYERS = 1000;

  /** A manifest or index, and the digest of its bytes. */
  private record Document(String digest, String type, JsonNode tree) {
    boolean index() {
      return tree.path("manifests").isArray();
    }
  }

  /**
   * Reads it.
   *
   * @throws UnobservedException when it can't be had or is not what its digest says
   */
  ImageManifestObservation of(ImageReference image, ProbeContext context)
      throws UnobservedException, InterruptedException {
    Document asked = document(image, context);
    Document manifest =
        asked.index() ? document(image.at(forPlatform(asked, image)), context) : asked;
    JsonNode tree = manifest.tree();
    if (!tree.path("layers").isArray() || tree.path("layers").size() > MOST_LAYERS) {
      throw malformed(image, "the manifest of " + image + " names no layers");
    }
    List<Blob> layers = new ArrayList<>();
    for (JsonNode layer : tree.path("layers")) {
      layers.add(blob(image, layer));
    }
    return new ImageManifestObservation(
        asked.digest(),
        manifest.digest(),
        manifest.type(),
        blob(image, tree.path("config")),
        List.copyOf(layers));
  }

  private Document document(ImageReference image, ProbeContext context)
      throws UnobservedException, InterruptedException {
    Answer answer =
        registry.get(
            image, "manifests/" + image.version(), ImageManifestRequest.MEDIA_TYPES, context);
    ByteString bytes = answer.body().readByteString();
    String digest = "sha256:" + bytes.sha256().hex();
    if (image.digest().filter(expected -> !expected.equals(digest)).isPresent()) {
      throw malformed(image, "what the registry shows as " + image + " has the digest " + digest);
    }
    try {
      JsonNode tree = JSON.readTree(bytes.toByteArray());
      String type = tree.path("mediaType").asText(answer.type().orElse(""));
      return new Document(digest, type, tree);
    } catch (IOException e) {
      throw malformed(image, "the manifest of " + image + " is not JSON");
    }
  }

  private static String forPlatform(Document index, ImageReference image)
      throws UnobservedException {
    List<String> others = new ArrayList<>();
    for (JsonNode entry : index.tree().path("manifests")) {
      JsonNode platform = entry.path("platform");
      String system = platform.path("os").asText();
      String machine = platform.path("architecture").asText();
      if (system.equals(OS) && machine.equals(ARCHITECTURE)) {
        return blob(image, entry).digest();
      }
      others.add(system + "/" + machine);
    }
    throw new UnobservedException(
        Gap.of(
            GapReason.NOT_FOUND,
            "%s has no manifest for %s/%s, only for %s"
                .formatted(
                    image,
                    OS,
                    ARCHITECTURE,
                    others.isEmpty() ? "nothing" : String.join(", ", others)),
            "build the image for linux/amd64, which Cloud Run runs"));
  }

  private static Blob blob(ImageReference image, JsonNode descriptor) throws UnobservedException {
    String digest = descriptor.path("digest").asText();
    long size = descriptor.path("size").asLong(-1);
    if (!digest.matches("sha256:[0-9a-f]{64}") || size < 0) {
      throw malformed(image, "the manifest of " + image + " names a part without digest or size");
    }
    return new Blob(digest, descriptor.path("mediaType").asText(), size);
  }

  private static UnobservedException malformed(ImageReference image, String message) {
    return new UnobservedException(new RegistryGaps(image).malformed(message));
  }
}

package dev.stageproof.probes.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.ImageManifestObservation;
import dev.stageproof.observe.ImageManifestObservation.Blob;
import dev.stageproof.probes.registry.BlobReader;
import dev.stageproof.probes.registry.ManifestSource;
import dev.stageproof.probes.registry.Manifests;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okio.ByteString;

/**
 * An image in the OCI image layout.
 *
 * @param reference which one, by name or digest; empty when there is one
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/image-layout.md">OCI image
 *     layout</a>
 */
record LayoutParts(LocalFiles files, Optional<String> reference) implements Parts {
  static final String INDEX = "index.json";
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> NAMES =
      List.of("org.opencontainers.image.ref.name", "io.containerd.image.name");

  @Override
  public ImageManifestObservation manifest(ProbeContext context)
      throws UnobservedException, InterruptedException {
    return new Manifests(new Shelf(files, context)).of(chosen(context));
  }

  @Override
  public byte[] config(Blob config, ProbeContext context)
      throws UnobservedException, InterruptedException {
    return files.document(place(config.digest()), context);
  }

  @Override
  public void layer(Blob layer, BlobReader reader, ProbeContext context)
      throws UnobservedException, InterruptedException {
    files.read(place(layer.digest()), reader, context);
  }

  private static String place(String digest) {
    return "blobs/" + digest.replace(':', '/');
  }

  /** The digest of the one image that is meant. */
  private String chosen(ProbeContext context) throws UnobservedException, InterruptedException {
    Map<String, JsonNode> meant = new LinkedHashMap<>();
    List<String> names = new ArrayList<>();
    for (JsonNode entry : index(context).path("manifests")) {
      String digest = entry.path("digest").asText();
      List<String> called = names(entry);
      names.addAll(called.isEmpty() ? List.of(digest) : called);
      if (reference.isEmpty()
          || called.contains(reference.get())
          || digest.equals(reference.get())) {
        meant.put(digest, entry);
      }
    }
    if (meant.size() > 1) {
      meant.values().removeIf(entry -> !forCloudRun(entry));
    }
    if (meant.size() != 1) {
      throw new UnobservedException(Choice.gap(files.words(), reference, names));
    }
    return known(meant.keySet().iterator().next());
  }

  private JsonNode index(ProbeContext context) throws UnobservedException, InterruptedException {
    try {
      return JSON.readTree(files.document(INDEX, context));
    } catch (IOException e) {
      throw malformed(INDEX + " in " + files.words() + " is not JSON");
    }
  }

  private static List<String> names(JsonNode entry) {
    return NAMES.stream()
        .map(name -> entry.path("annotations").path(name).asText())
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  private static boolean forCloudRun(JsonNode entry) {
    JsonNode platform = entry.path("platform");
    return platform.path("os").asText().equals("linux")
        && platform.path("architecture").asText().equals("amd64");
  }

  /** The digest becomes part of a path. */
  private String known(String digest) throws UnobservedException {
    if (!digest.matches("sha256:[0-9a-f]{64}")) {
      throw malformed(INDEX + " in " + files.words() + " names an image without a digest");
    }
    return digest;
  }

  private static UnobservedException malformed(String message) {
    return new UnobservedException(Shelf.gap(message));
  }

  /** What a layout has of manifests. */
  private record Shelf(LocalFiles files, ProbeContext context) implements ManifestSource {
    static Gap gap(String message) {
      return Gap.of(GapReason.MALFORMED, message, "build it again");
    }

    @Override
    public Served get(String version) throws UnobservedException, InterruptedException {
      return new Served(ByteString.of(files.document(place(version), context)), Optional.empty());
    }

    @Override
    public String words(String version) {
      return version + " in " + files.words();
    }

    @Override
    public Gap malformed(String message) {
      return gap(message);
    }
  }
}

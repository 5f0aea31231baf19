package dev.stageproof.probes.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stageproof.observe.ImageManifestObservation;
import dev.stageproof.observe.ImageManifestObservation.Blob;
import dev.stageproof.probes.registry.BlobReader;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An image in an archive of {@code docker save}, which has no manifest as registries have it: the
 * digests of layers are taken of what is there, and the image is named by the digest of its
 * configuration.
 */
final class SavedParts implements Parts {
  static final String LIST = "manifest.json";
  private static final JsonMapper JSON = new JsonMapper();

  private final ArchiveFiles files;
  private final Optional<String> reference;

  /** Which file has a layer, by its digest. */
  private final Map<String, String> layers = new LinkedHashMap<>();

  private byte[] config;

  SavedParts(ArchiveFiles files, Optional<String> reference) {
    this.files = files;
    this.reference = reference;
  }

  @Override
  public ImageManifestObservation manifest(ProbeContext context)
      throws UnobservedException, InterruptedException {
    JsonNode image = chosen(context);
    config = files.document(image.path("Config").asText(), context);
    String id = Hashed.digest(config);
    List<Blob> blobs = new ArrayList<>();
    for (JsonNode name : image.path("Layers")) {
      blobs.add(blob(name.asText(), context));
    }
    Blob described = new Blob(id, "", config.length);
    return new ImageManifestObservation(id, id, "", described, List.copyOf(blobs));
  }

  private JsonNode chosen(ProbeContext context) throws UnobservedException, InterruptedException {
    List<JsonNode> meant = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (JsonNode image : list(context)) {
      List<String> tags = new ArrayList<>();
      image.path("RepoTags").forEach(tag -> tags.add(tag.asText()));
      names.addAll(tags.isEmpty() ? List.of(image.path("Config").asText()) : tags);
      if (reference.isEmpty() || tags.contains(reference.get()) || isId(image, context)) {
        meant.add(image);
      }
    }
    if (meant.size() != 1) {
      throw new UnobservedException(Choice.gap(files.words(), reference, names));
    }
    return meant.get(0);
  }

  private boolean isId(JsonNode image, ProbeContext context)
      throws UnobservedException, InterruptedException {
    return reference.filter(name -> name.startsWith("sha256:")).isPresent()
        && Hashed.digest(files.document(image.path("Config").asText(), context))
            .equals(reference.get());
  }

  private JsonNode list(ProbeContext context) throws UnobservedException, InterruptedException {
    try {
      return JSON.readTree(files.document(LIST, context));
    } catch (IOException e) {
      throw new UnobservedException(
          Trouble.malformed(LIST + " in " + files.words() + " is not JSON"));
    }
  }

  /** The kind of a layer is told by its first bytes: the archive does not name it. */
  private Blob blob(String file, ProbeContext context)
      throws UnobservedException, InterruptedException {
    String[] digest = new String[1];
    Codec[] codec = new Codec[1];
    files.read(
        file,
        content -> {
          Hashed hashed = new Hashed(content);
          codec[0] = Codec.of(hashed.readNBytes(2));
          digest[0] = hashed.rest();
        },
        context);
    layers.put(digest[0], file);
    return new Blob(digest[0], codec[0].mediaType(), files.bytes(file));
  }

  @Override
  public byte[] config(Blob described, ProbeContext context) {
    return config;
  }

  @Override
  public void layer(Blob layer, BlobReader reader, ProbeContext context)
      throws UnobservedException, InterruptedException {
    files.read(layers.get(layer.digest()), reader, context);
  }
}

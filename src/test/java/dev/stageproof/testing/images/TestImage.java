package dev.stageproof.testing.images;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * An image for linux/amd64.
 *
 * @param start the {@code config} object of its configuration, as JSON
 * @param layers from the lowest to the uppermost
 */
public record TestImage(String start, List<PackedLayer> layers) {
  public static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  public static final String INDEX = "application/vnd.oci.image.index.v1+json";
  private static final String CONFIG = "application/vnd.oci.image.config.v1+json";

  /** An image that says nothing of how it is started. */
  public static TestImage of(PackedLayer... layers) {
    return new TestImage("{}", List.of(layers));
  }

  /**
   * The same with an environment and more.
   *
   * @param json such as {@code {"Env": ["PATH=/bin"], "WorkingDir": "/app"}}
   */
  public TestImage startedBy(String json) {
    return new TestImage(json, layers);
  }

  public byte[] config() {
    return """
        {"architecture":"amd64","os":"linux","config":%s,\
        "rootfs":{"type":"layers","diff_ids":[%s]}}"""
        .formatted(start, joined(layers.stream().map(PackedLayer::diffId).toList()))
        .getBytes(StandardCharsets.UTF_8);
  }

  public byte[] manifest() {
    byte[] config = config();
    return "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"config\":%s,\"layers\":[%s]}"
        .formatted(
            MANIFEST,
            descriptor(CONFIG, LocalRegistry.digest(config), config.length, ""),
            layers.stream().map(PackedLayer::descriptor).collect(Collectors.joining(",")))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The manifest's digest. */
  public String digest() {
    return LocalRegistry.digest(manifest());
  }

  /** The manifest's descriptor, for an index. */
  public String descriptor(String more) {
    return descriptor(MANIFEST, digest(), manifest().length, more);
  }

  /** Pushes it; its digest. */
  public String push(LocalRegistry registry, String repository, String tag) throws Exception {
    registry.blob(repository, CONFIG, config());
    for (PackedLayer layer : layers) {
      registry.blob(repository, layer.mediaType(), layer.bytes());
    }
    String json = new String(manifest(), StandardCharsets.UTF_8);
    registry.manifest(repository, tag, MANIFEST, json, "");
    return digest();
  }

  /** The files of an OCI image layout by their names. */
  public Map<String, byte[]> layout(String name) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("oci-layout", utf8("{\"imageLayoutVersion\":\"1.0.0\"}"));
    String annotation = ",\"annotations\":{\"org.opencontainers.image.ref.name\":\"" + name + "\"}";
    files.put("index.json", index(List.of(descriptor(annotation))));
    blobs(files);
    return files;
  }

  /** An index of manifests, whatever names them. */
  public static byte[] index(List<String> descriptors) {
    return utf8(
        "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"manifests\":[%s]}"
            .formatted(INDEX, String.join(",", descriptors)));
  }

  /** Adds manifest, configuration and layers, each under its digest. */
  public void blobs(Map<String, byte[]> files) {
    files.put(blob(digest()), manifest());
    files.put(blob(LocalRegistry.digest(config())), config());
    layers.forEach(layer -> files.put(blob(layer.digest()), layer.bytes()));
  }

  /** The files of an archive as {@code docker save} wrote it before it knew OCI layouts. */
  public Map<String, byte[]> dockerSave(String name) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    String id = LocalRegistry.digest(config()).substring("sha256:".length());
    files.put(id + ".json", config());
    List<String> names = layers.stream().map(l -> l.digest().substring(7) + "/layer.tar").toList();
    for (int i = 0; i < names.size(); i++) {
      files.put(names.get(i), layers.get(i).bytes());
    }
    files.put(
        "manifest.json",
        utf8(
            "[{\"Config\":\"%s.json\",\"RepoTags\":[\"%s\"],\"Layers\":[%s]}]"
                .formatted(id, name, joined(names))));
    return files;
  }

  /** Where a layout keeps a blob. */
  public static String blob(String digest) {
    return "blobs/" + digest.replace(':', '/');
  }

  /** Writes files below a folder. */
  public static Path write(Map<String, byte[]> files, Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path place = folder.resolve(file.getKey());
      Files.createDirectories(place.getParent());
      Files.write(place, file.getValue());
    }
    return folder;
  }

  /** Writes files into a tar archive. */
  public static Path tar(Map<String, byte[]> files, Path archive) throws IOException {
    try (OutputStream sink = Files.newOutputStream(archive);
        TarArchiveOutputStream tar = new TarArchiveOutputStream(sink)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    }
    return archive;
  }

  static String descriptor(String type, String digest, int size, String more) {
    return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d%s}"
        .formatted(type, digest, size, more);
  }

  private static String joined(List<String> texts) {
    return texts.stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(","));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

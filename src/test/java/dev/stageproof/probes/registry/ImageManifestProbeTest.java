package dev.stageproof.probes.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.ImageManifestObservation;
import dev.stageproof.observe.ImageManifestObservation.Blob;
import dev.stageproof.observe.ImageManifestRequest;
import dev.stageproof.observe.ImageReference;
import dev.stageproof.probes.google.TestLook;
import dev.stageproof.spi.ProbeSettings;
import dev.stageproof.spi.UnobservedException;
import dev.stageproof.testing.Tools;
import dev.stageproof.testing.images.LocalRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Asks a real registry. */
@Timeout(60)
class ImageManifestProbeTest {
  private static final String CONFIG = "application/vnd.oci.image.config.v1+json";
  private static final String LAYER = "application/vnd.oci.image.layer.v1.tar+gzip";
  private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  private static final String INDEX = "application/vnd.oci.image.index.v1+json";
  private static final String REPOSITORY = "acme/backend";

  @TempDir Path folder;

  private static TestLook look() {
    return TestLook.at(
        ProbeSettings.at(ProbeSettings.Endpoints.google()), Instant.parse("2025-09-15T08:47:00Z"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Pushes an image of a config of 2 bytes and layers of 100 and 50; its descriptor. */
  private static String push(LocalRegistry registry, String tag, String platform) throws Exception {
    String config = registry.blob(REPOSITORY, CONFIG, bytes("{}"));
    String first = registry.blob(REPOSITORY, LAYER, bytes("a".repeat(100)));
    String second = registry.blob(REPOSITORY, LAYER, bytes("b".repeat(50)));
    String json =
        "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"config\":%s,\"layers\":[%s,%s,%s]}"
            .formatted(MANIFEST, config, first, second, first);
    return registry.manifest(REPOSITORY, tag, MANIFEST, json, platform);
  }

  private static String digestOf(String descriptor) {
    return descriptor.replaceFirst(".*\"digest\":\"(sha256:[0-9a-f]{64})\".*", "$1");
  }

  private ImageManifestObservation observe(LocalRegistry registry, String version)
      throws Exception {
    return observe(registry, version, Optional.empty());
  }

  private ImageManifestObservation observe(
      LocalRegistry registry, String version, Optional<String> password) throws Exception {
    String image = registry.host() + "/" + REPOSITORY + version;
    try (var probe = new ImageManifestProbe(new ImageRegistry(registry.docker(folder, password)))) {
      return probe.observe(
          new ImageManifestRequest(ImageReference.parse(image).orElseThrow()), look());
    }
  }

  private Gap gap(LocalRegistry registry, String version, Optional<String> password) {
    return catchThrowableOfType(
            UnobservedException.class, () -> observe(registry, version, password))
        .gap();
  }

  @Test
  void theManifestTellsEveryPartWithItsSize() throws Exception {
    try (LocalRegistry registry = LocalRegistry.open(folder)) {
      String digest = digestOf(push(registry, "v1", ""));

      ImageManifestObservation seen = observe(registry, "@" + digest);

      assertThat(seen.asked()).isEqualTo(digest);
      assertThat(seen.digest()).isEqualTo(digest);
      assertThat(seen.mediaType()).isEqualTo(MANIFEST);
      assertThat(seen.config()).isEqualTo(new Blob(LocalRegistry.digest(bytes("{}")), CONFIG, 2));
      assertThat(seen.layers()).extracting(Blob::bytes).containsExactly(100L, 50L, 100L);
      assertThat(seen.compressedBytes()).isEqualTo(152);
    }
  }

  @Test
  void ofAnIndexTheManifestForCloudRunIsRead() throws Exception {
    try (LocalRegistry registry = LocalRegistry.open(folder)) {
      String other = push(registry, "arm", platform("arm64"));
      String json = "{\"schemaVersion\":2,\"mediaType\":\"" + INDEX + "\",\"manifests\":[%s,%s]}";
      String config = registry.blob(REPOSITORY, CONFIG, bytes("{\"os\":\"linux\"}"));
      String layer = registry.blob(REPOSITORY, LAYER, bytes("c".repeat(10)));
      String mine =
          registry.manifest(
              REPOSITORY,
              "amd",
              MANIFEST,
              "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"config\":%s,\"layers\":[%s]}"
                  .formatted(MANIFEST, config, layer),
              platform("amd64"));
      String index = registry.manifest(REPOSITORY, "both", INDEX, json.formatted(other, mine), "");

      ImageManifestObservation seen = observe(registry, "@" + digestOf(index));

      assertThat(seen.asked()).isEqualTo(digestOf(index));
      assertThat(seen.digest()).isEqualTo(digestOf(mine));
      assertThat(seen.compressedBytes()).isEqualTo(24);
      assertThat(
              new ImageManifestRequest(
                      ImageReference.parse(registry.host() + "/" + REPOSITORY).orElseThrow())
                  .reproduce(seen))
          .hasSize(2);
    }
  }

  private static String platform(String architecture) {
    return ",\"platform\":{\"os\":\"linux\",\"architecture\":\"" + architecture + "\"}";
  }

  @Test
  void anIndexWithoutThePlatformNamesThoseItHas() throws Exception {
    try (LocalRegistry registry = LocalRegistry.open(folder)) {
      String other = push(registry, "arm", platform("arm64"));
      String json = "{\"schemaVersion\":2,\"mediaType\":\"" + INDEX + "\",\"manifests\":[%s]}";
      String index = registry.manifest(REPOSITORY, "arm-only", INDEX, json.formatted(other), "");

      Gap gap = gap(registry, "@" + digestOf(index), Optional.empty());

      assertThat(gap.reason()).isEqualTo(GapReason.NOT_FOUND);
      assertThat(gap.message()).endsWith(" has no manifest for linux/amd64, only for linux/arm64");
    }
  }

  @Test
  void anImageThatIsNotThereIsNotFound() throws Exception {
    try (LocalRegistry registry = LocalRegistry.open(folder)) {
      assertThat(gap(registry, ":gone", Optional.empty()))
          .isEqualTo(
              Gap.of(
                  GapReason.NOT_FOUND,
                  "the registry %s has no %s/acme/backend:gone"
                      .formatted(registry.host(), registry.host()),
                  "it was deleted, or these credentials don't show it; push it again or log in"));
    }
  }

  @Test
  void theLoginOfDockerOpensAClosedRegistry() throws Exception {
    try (LocalRegistry registry = LocalRegistry.closed(folder)) {
      push(registry, "v1", "");

      assertThat(observe(registry, ":v1", Optional.of(LocalRegistry.PASSWORD)).compressedBytes())
          .isEqualTo(152);
    }
  }

  @Test
  void aClosedRegistrySaysHowToLogIn() throws Exception {
    try (LocalRegistry registry = LocalRegistry.closed(folder)) {
      String settle =
          "run `docker login %s` so that its config.json holds them; helpers are not asked"
              .formatted(registry.host());

      assertThat(gap(registry, ":v1", Optional.empty()))
          .isEqualTo(
              Gap.of(
                  GapReason.NO_CREDENTIALS,
                  "the registry %s wants credentials, and none are known"
                      .formatted(registry.host()),
                  settle));
      assertThat(gap(registry, ":v1", Optional.of("wrong")).message())
          .isEqualTo("the registry %s did not accept the credentials".formatted(registry.host()));
    }
  }

  @Test
  void thePrintedCommandShowsTheSizes() throws Exception {
    Tools.require("curl");
    try (LocalRegistry registry = LocalRegistry.open(folder)) {
      String image = registry.host() + "/" + REPOSITORY + "@" + digestOf(push(registry, "v1", ""));
      String command =
          new ImageManifestRequest(ImageReference.parse(image).orElseThrow()).reproduce().get(0);
      Process curl = new ProcessBuilder(List.of("sh", "-c", command)).start();

      String shown = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(shown).contains("\"size\":100", "\"size\":50", "\"size\":2");
    }
  }
}

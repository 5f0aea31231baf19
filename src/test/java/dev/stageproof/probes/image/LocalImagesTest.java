package dev.stageproof.probes.image;

import static dev.stageproof.probes.image.TestImages.look;
import static dev.stageproof.probes.image.TestImages.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.ImageSource;
import dev.stageproof.testing.images.LocalRegistry;
import dev.stageproof.testing.images.PackedLayer;
import dev.stageproof.testing.images.TestImage;
import dev.stageproof.testing.images.TestLayer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Images in layout folders and archives. */
@Timeout(60)
class LocalImagesTest {
  private static final PackedLayer BASE = new TestLayer().file("base", "b").plain();

  @TempDir Path folder;

  private static TestImage image(String content) {
    return TestImage.of(BASE, new TestLayer().file("app", content).gzip());
  }

  private String app(ImageSource source, String digest) throws Exception {
    try (Images images = new TestImages(folder).images()) {
      ImageFiles files = images.open(source, look());
      assertThat(files.digest()).isEqualTo(digest);
      assertThat(text(files, "/base")).isEqualTo("b");
      return text(files, "/app");
    }
  }

  private Gap gap(ImageSource source) {
    return new TestImages(folder).gap(source);
  }

  private ImageSource layout(String name) {
    return new ImageSource.Layout(
        folder.resolve("layout").toString(), Optional.of(name).filter(given -> !given.isEmpty()));
  }

  private ImageSource archive(String name) {
    return new ImageSource.Archive(
        folder.resolve("image.tar").toString(),
        Optional.of(name).filter(given -> !given.isEmpty()));
  }

  private void two() throws IOException {
    TestImage one = image("one");
    TestImage two = image("two");
    Map<String, byte[]> files = one.layout("");
    two.blobs(files);
    files.put("index.json", TestImage.index(List.of(named(one, "app:1"), named(two, "app:2"))));
    TestImage.write(files, folder.resolve("layout"));
    TestImage.tar(files, folder.resolve("image.tar"));
  }

  private static String named(TestImage image, String name) {
    return image.descriptor(
        ",\"annotations\":{\"org.opencontainers.image.ref.name\":\"%s\"}".formatted(name));
  }

  @Test
  void ofSeveralImagesOneIsNamed() throws Exception {
    two();

    assertThat(app(layout("app:2"), image("two").digest())).isEqualTo("two");
    assertThat(app(layout(image("one").digest()), image("one").digest())).isEqualTo("one");
    assertThat(app(archive("app:1"), image("one").digest())).isEqualTo("one");
    assertThat(gap(layout("")))
        .isEqualTo(
            Gap.of(
                GapReason.MALFORMED,
                "the layout "
                    + folder.resolve("layout")
                    + " does not hold one image, but app:1, app:2",
                "say by its name or digest which image is meant"));
    assertThat(gap(archive("app:3")))
        .isEqualTo(
            Gap.of(
                GapReason.NOT_FOUND,
                "the archive %s does not hold one image app:3 for linux/amd64, but app:1, app:2"
                    .formatted(folder.resolve("image.tar")),
                "correct the name, or build the image into it"));
  }

  @Test
  void ofSeveralPlatformsThatOfCloudRunIsRead() throws Exception {
    TestImage arm = image("arm");
    TestImage amd = image("amd");
    Map<String, byte[]> files = amd.layout("");
    arm.blobs(files);
    List<String> both = List.of(platform(arm, "arm64"), platform(amd, "amd64"));
    byte[] index = TestImage.index(both);
    files.put("index.json", index);
    TestImage.write(files, folder.resolve("layout"));

    assertThat(app(layout(""), amd.digest())).isEqualTo("amd");

    files.put(TestImage.blob(LocalRegistry.digest(index)), index);
    files.put("index.json", TestImage.index(List.of(descriptor(index))));
    TestImage.write(files, folder.resolve("layout"));
    try (Images images = new TestImages(folder).images()) {
      ImageFiles seen = images.open(layout(""), look());
      assertThat(seen.asked()).isEqualTo(LocalRegistry.digest(index));
      assertThat(seen.digest()).isEqualTo(amd.digest());
    }
  }

  private static String platform(TestImage image, String machine) {
    return image.descriptor(
        ",\"platform\":{\"os\":\"linux\",\"architecture\":\"%s\"}".formatted(machine));
  }

  private static String descriptor(byte[] index) {
    return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d}"
        .formatted(TestImage.INDEX, LocalRegistry.digest(index), index.length);
  }

  @Test
  void anArchiveOfDockerSaveIsNamedByItsConfiguration() throws Exception {
    TestImage image = image("saved");
    TestImage.tar(image.dockerSave("app:1"), folder.resolve("image.tar"));
    String id = LocalRegistry.digest(image.config());

    assertThat(app(archive(""), id)).isEqualTo("saved");
    assertThat(app(archive("app:1"), id)).isEqualTo("saved");
    assertThat(app(archive(id), id)).isEqualTo("saved");
    assertThat(gap(archive("app:2")).message())
        .isEqualTo(
            "the archive %s does not hold one image app:2 for linux/amd64, but app:1"
                .formatted(folder.resolve("image.tar")));
  }

  @Test
  void aManifestWithAnotherDigestIsRefused() throws Exception {
    TestImage image = image("one");
    Map<String, byte[]> files = image.layout("app:1");
    files.put(TestImage.blob(image.digest()), image("two").manifest());
    TestImage.write(files, folder.resolve("layout"));

    assertThat(gap(layout("")))
        .isEqualTo(
            Gap.of(
                GapReason.MALFORMED,
                "what is stored as %s in the layout %s has the digest %s"
                    .formatted(image.digest(), folder.resolve("layout"), image("two").digest()),
                "build it again"));
  }

  @Test
  void aDigestLeadsNowhereElse() throws Exception {
    Map<String, byte[]> files = image("one").layout("app:1");
    files.put(
        "index.json",
        TestImage.index(List.of("{\"digest\":\"sha256:../../../secret\",\"size\":1}")));
    TestImage.write(files, folder.resolve("layout"));

    assertThat(gap(layout("")).message())
        .isEqualTo(
            "index.json in the layout %s names an image without a digest"
                .formatted(folder.resolve("layout")));
  }

  @Test
  void whatIsNotThereOrNoImageIsNamed() throws Exception {
    assertThat(gap(archive("")))
        .isEqualTo(
            Gap.of(
                GapReason.NOT_FOUND,
                "the archive " + folder.resolve("image.tar") + " does not exist",
                "build it first, or correct the path"));
    assertThat(gap(layout("")).message())
        .isEqualTo("index.json in the layout " + folder.resolve("layout") + " does not exist");

    TestImage.tar(Map.of("readme", new byte[1]), folder.resolve("image.tar"));
    assertThat(gap(archive("")))
        .isEqualTo(
            Gap.of(
                GapReason.MALFORMED,
                "the archive %s holds no image: neither index.json nor manifest.json is in it"
                    .formatted(folder.resolve("image.tar")),
                "write it with `docker save -o`; a compressed archive must be unpacked first"));

    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(Files.readAllBytes(folder.resolve("image.tar")));
    }
    Files.write(folder.resolve("image.tar"), packed.toByteArray());
    assertThat(gap(archive("")).message())
        .startsWith("the archive " + folder.resolve("image.tar") + " ");
  }

  @Test
  void anImageForAnotherMachineIsNotWhatCloudRunRuns() throws Exception {
    TestImage image = image("arm");
    String config = new String(image.config(), StandardCharsets.UTF_8);
    byte[] arm = config.replace("amd64", "arm64").getBytes(StandardCharsets.UTF_8);
    Map<String, byte[]> files = image.dockerSave("app:1");
    files.replaceAll(
        (name, bytes) ->
            name.endsWith(LocalRegistry.digest(image.config()).substring(7) + ".json")
                ? arm
                : bytes);
    TestImage.tar(files, folder.resolve("image.tar"));

    assertThat(gap(archive("")))
        .isEqualTo(
            Gap.of(
                GapReason.NOT_FOUND,
                "image in the archive " + folder.resolve("image.tar") + " is for linux/arm64",
                "build the image for linux/amd64, which Cloud Run runs"));
  }
}

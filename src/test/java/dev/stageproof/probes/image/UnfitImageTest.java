package dev.stageproof.probes.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.ImageSource;
import dev.stageproof.testing.images.LocalRegistry;
import dev.stageproof.testing.images.PackedLayer;
import dev.stageproof.testing.images.TestImage;
import dev.stageproof.testing.images.TestLayer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, in which words, and that it leaves nothing behind. */
@Timeout(60)
class UnfitImageTest {

  /** Small enough to be gone over by a test. */
  private static final Limits SMALL =
      new Limits(50_000, 100_000, 150_000, 20, 2_000, 200, 10, 1_000_000);

  private static final String AGAIN = "run again; if it stays, build and push the image again";

  @TempDir Path folder;

  private TestImages all() {
    return new TestImages(folder, SMALL);
  }

  private String message(PackedLayer... layers) throws IOException {
    Gap gap = all().gap(TestImage.of(layers));
    assertThat(gap.reason()).isEqualTo(GapReason.MALFORMED);
    return gap.message();
  }

  private static String layer(PackedLayer layer, String what) {
    return "layer " + layer.digest() + " " + what;
  }

  /** Only what was checked stays in the cache, and nothing is written beside it. */
  @AfterEach
  void nothingIsLeftBehind() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> others =
          files
              .filter(file -> !file.startsWith(folder.resolve("layout")))
              .filter(Files::isRegularFile)
              .filter(file -> !all().cache().equals(file.getParent()))
              .toList();
      assertThat(others).isEmpty();
    }
    if (Files.exists(all().cache())) {
      for (String name : all().cached()) {
        Path file = all().cache().resolve(name);
        String digest = LocalRegistry.digest(Files.readAllBytes(file)).substring(7);
        if (!name.equals("locks") && !name.endsWith("-" + digest + ".tar")) {
          fail(name + " was left behind");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../escaped", "app/../../escaped", "a/..", "/../escaped"})
  void aPathThatLeadsOutIsRefused(String path) throws IOException {
    PackedLayer layer = new TestLayer().file("fine", "").file(path, "evil").gzip();

    assertThat(message(layer))
        .isEqualTo(layer(layer, "holds an entry that leads out of the image: " + path));
  }

  @Test
  void aHardLinkLeadsToAFileOfTheImage() throws IOException {
    PackedLayer out = new TestLayer().hardLink("a", "../../etc/passwd").gzip();
    PackedLayer missing = new TestLayer().hardLink("a", "etc/passwd").gzip();

    assertThat(message(out))
        .isEqualTo(layer(out, "holds an entry that leads out of the image: ../../etc/passwd"));
    assertThat(message(missing))
        .isEqualTo(layer(missing, "links /a to etc/passwd, which is no file of the image"));
  }

  @Test
  void aWhiteoutNamesAFile() throws IOException {
    PackedLayer layer = new TestLayer().file("app/.wh...", "").gzip();

    assertThat(message(layer)).isEqualTo(layer(layer, "takes away /app/.wh..., which is no file"));
  }

  @Test
  void aCircleOfLinksIsNoFolder() throws IOException {
    PackedLayer layer = new TestLayer().symlink("a", "b").symlink("b", "a").file("a/x", "").gzip();

    assertThat(message(layer)).isEqualTo(layer(layer, "puts /a/x where links lead in a circle"));
  }

  @Test
  void aBombIsStoppedAtTheBound() throws IOException {
    for (PackedLayer bomb :
        List.of(
            new TestLayer().file("zeros", new byte[20_000_000]).gzip(),
            new TestLayer().file("zeros", new byte[20_000_000]).zstd())) {
      assertThat(bomb.bytes().length).isLessThan(50_000);
      assertThat(message(bomb))
          .isEqualTo(layer(bomb, "unpacks to more than 100,000 bytes, too much to be read"));
      assertThat(all().cached()).containsExactly("locks");
    }
  }

  @Test
  void layersThatAreLargeOnlyTogetherAreStoppedToo() throws Exception {
    PackedLayer first = new TestLayer().file("a", new byte[90_000]).gzip();
    PackedLayer second = new TestLayer().file("b", new byte[90_000]).gzip();

    assertThat(message(first, second)).startsWith(layer(second, "unpacks to more than 5"));
    // The second by itself is kept now, and counts all the same.
    try (Images images = all().images()) {
      images.open(all().layout(TestImage.of(second)), TestImages.look());
    }
    assertThat(message(first, second))
        .isEqualTo(
            "layer %s, with all below it, unpacks to more than 150,000 bytes, too much to be read"
                .formatted(second.digest()));
  }

  @Test
  void aStoredLayerThatIsTooLargeIsNotEvenFetched() throws IOException {
    PackedLayer layer = new TestLayer().file("a", new byte[60_000]).plain();

    assertThat(message(layer))
        .isEqualTo(layer(layer, "has more than 50,000 bytes, too much to be read"));
    assertThat(Files.exists(all().cache())).isFalse();
  }

  @Test
  void entriesPathsAndFoldersAreBounded() throws IOException {
    TestLayer many = new TestLayer();
    TestLayer names = new TestLayer();
    for (int i = 0; i < 21; i++) {
      many.file("f" + i, "");
      names.file("n".repeat(150) + i, "");
    }
    PackedLayer entries = many.gzip();
    PackedLayer chars = names.gzip();
    PackedLayer length = new TestLayer().file("l".repeat(201), "").gzip();
    PackedLayer depth = new TestLayer().file("d/".repeat(11) + "x", "").gzip();
    PackedLayer implied =
        new TestLayer()
            .file("a/b/c/d/e/f/g/h/i/j", "")
            .file("k/b/c/d/e/f/g/h/i/j", "")
            .file("x", "")
            .gzip();

    assertThat(message(entries))
        .isEqualTo(
            "layer %s, with all below it, holds more than 20 files, too much to be read"
                .formatted(entries.digest()));
    assertThat(message(chars))
        .isEqualTo(layer(chars, "holds paths of more than 2,000 characters, too much to be read"));
    assertThat(message(length))
        .isEqualTo(layer(length, "holds a path of more than 200 characters, too much to be read"));
    assertThat(message(depth))
        .isEqualTo(layer(depth, "holds a path of more than 10 folders, too much to be read"));
    assertThat(message(implied))
        .isEqualTo(
            "layer %s, with all below it, holds more than 20 files, too much to be read"
                .formatted(implied.digest()));
  }

  @Test
  void headersWithoutEndAreStopped() throws IOException {
    byte[] huge = new byte[3 << 20];
    Arrays.fill(huge, (byte) 'n');
    PackedLayer layer =
        new TestLayer().entry("x", TarConstants.LF_GNUTYPE_LONGNAME, "", huge).file("y", "").gzip();
    Limits roomy = new Limits(1 << 20, 5 << 20, 5 << 20, 20, 2_000, 200, 10, 1_000_000);

    assertThat(new TestImages(folder, roomy).gap(TestImage.of(layer)).message())
        .isEqualTo(
            layer(layer, "is no tar archive: an entry's headers are larger than 1048576 bytes"));
  }

  @Test
  void aLayerWithAnotherDigestIsRefused() throws IOException {
    PackedLayer good = new TestLayer().file("a", "good").gzip();
    PackedLayer other = new TestLayer().file("a", "evil").gzip();
    byte[] noise = good.bytes().clone();
    noise[20] ^= 1;

    assertThat(message(good.damaged(other.bytes())))
        .isEqualTo(layer(good, "arrived with the digest " + other.digest()));
    assertThat(message(good.damaged(noise)))
        .isEqualTo(layer(good, "arrived with the digest " + LocalRegistry.digest(noise)));
    assertThat(all().cached()).containsExactly("locks");
  }

  @Test
  void aLayerThatUnpacksToSomethingElseIsRefused() throws IOException {
    PackedLayer layer = new TestLayer().file("a", "good").gzip();
    String other = LocalRegistry.digest(new byte[0]);

    assertThat(message(layer.withDiffId(other)))
        .isEqualTo(
            layer(
                layer,
                "unpacks to %s, its image's configuration says %s"
                    .formatted(layer.diffId(), other)));
  }

  @Test
  void aLayerThatIsNotWholeIsRefused() throws IOException {
    byte[] tar = new TestLayer().file("a", "x".repeat(5000)).tar();
    byte[] half = Arrays.copyOf(tar, 1024);
    String digest = LocalRegistry.digest(half);
    PackedLayer inside =
        new PackedLayer("application/vnd.oci.image.layer.v1.tar", half, digest, digest);
    PackedLayer gzip = new TestLayer().file("a", "good").gzip();
    byte[] cut = Arrays.copyOf(gzip.bytes(), 40);
    String cutDigest = LocalRegistry.digest(cut);
    PackedLayer unfinished = new PackedLayer(gzip.mediaType(), cut, cutDigest, gzip.diffId());

    assertThat(message(inside)).isEqualTo(layer(inside, "ends within a"));
    assertThat(message(unfinished)).startsWith(layer(unfinished, "can't be unpacked: "));
  }

  @Test
  void whatIsNoArchiveIsRefused() throws IOException {
    PackedLayer plain = text("plain", "");
    PackedLayer gzip = text("gzip", "+gzip");
    PackedLayer zstd = text("zstd", "+zstd");

    assertThat(message(plain)).startsWith(layer(plain, "is no tar archive: "));
    assertThat(message(gzip)).startsWith(layer(gzip, "can't be unpacked: "));
    assertThat(message(zstd)).startsWith(layer(zstd, "can't be unpacked: "));
  }

  private static PackedLayer text(String word, String suffix) {
    byte[] text = word.repeat(200).getBytes(StandardCharsets.UTF_8);
    String digest = LocalRegistry.digest(text);
    return new PackedLayer("application/vnd.oci.image.layer.v1.tar" + suffix, text, digest, digest);
  }

  @Test
  void layersThatAreNotStoredOrNotKnownAreNamed() throws IOException {
    PackedLayer layer = new TestLayer().file("a", "").gzip();
    String foreign = "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip";
    String mine = "application/vnd.oci.image.layer.nondistributable.v1.tar+gzip";

    assertThat(all().gap(TestImage.of(layer.as(foreign))))
        .isEqualTo(
            Gap.of(
                GapReason.NOT_FOUND,
                layer(layer, "is not stored with the image: its media type is " + foreign),
                "build the image from layers that may be distributed"));
    assertThat(all().gap(TestImage.of(layer.as(mine))).reason()).isEqualTo(GapReason.NOT_FOUND);
    assertThat(all().gap(TestImage.of(layer.as("text/html"))))
        .isEqualTo(
            Gap.of(
                GapReason.MALFORMED,
                layer(layer, "has the media type \"text/html\", which can't be unpacked"),
                "build the image with layers that are plain, gzip or zstd"));
  }

  @Test
  void aConfigurationIsCheckedToo() throws IOException {
    TestImage image = TestImage.of(new TestLayer().file("a", "").gzip());
    String config = LocalRegistry.digest(image.config());
    String words = "image in the layout " + folder.resolve("layout");
    Map<String, byte[]> files = image.layout("app:1");
    byte[] other = "{}".getBytes(StandardCharsets.UTF_8);
    files.put(TestImage.blob(config), other);
    TestImage.write(files, folder.resolve("layout"));

    assertThat(all().gap(source()))
        .isEqualTo(
            Gap.of(
                GapReason.MALFORMED,
                "the configuration of %s, %s, has the digest %s"
                    .formatted(words, config, LocalRegistry.digest(other)),
                AGAIN));
  }

  private ImageSource source() {
    return new ImageSource.Layout(folder.resolve("layout").toString(), Optional.empty());
  }

  @Test
  void anImageWithoutLayersIsNone() throws IOException {
    assertThat(message())
        .isEqualTo(
            "image in the layout %s is no container image: its manifest names 0 layers, its"
                    .formatted(folder.resolve("layout"))
                + " configuration 0");
  }
}

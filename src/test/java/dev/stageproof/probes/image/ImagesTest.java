package dev.stageproof.probes.image;

import static dev.stageproof.probes.image.TestImages.look;
import static dev.stageproof.probes.image.TestImages.paths;
import static dev.stageproof.probes.image.TestImages.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.stageproof.testing.images.PackedLayer;
import dev.stageproof.testing.images.TestImage;
import dev.stageproof.testing.images.TestLayer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an image's files are once its layers are merged. */
@Timeout(60)
class ImagesTest {
  @TempDir Path folder;

  private TestImages all;
  private Images images;

  @BeforeEach
  void start() {
    all = new TestImages(folder);
    images = all.images();
  }

  @AfterEach
  void stop() {
    images.close();
  }

  private ImageFiles open(TestImage image) throws Exception {
    return images.open(all.layout(image), look());
  }

  private ImageFiles open(TestLayer... layers) throws Exception {
    PackedLayer[] packed = new PackedLayer[layers.length];
    for (int i = 0; i < layers.length; i++) {
      packed[i] = layers[i].gzip();
    }
    return open(TestImage.of(packed));
  }

  @Test
  void layersOfEveryKindAreMerged() throws Exception {
    PackedLayer plain = new TestLayer().file("app/a", "plain").plain();
    PackedLayer gzip = new TestLayer().file("app/b", "gzip").file("app/a", "over it").gzip();
    PackedLayer zstd = new TestLayer().file("app/c", "z".repeat(300_000)).zstd();
    TestImage image = TestImage.of(plain, gzip, zstd);

    ImageFiles files = open(image);

    assertThat(files.digest()).isEqualTo(image.digest());
    assertThat(files.asked()).isEqualTo(image.digest());
    assertThat(text(files, "/app/a")).isEqualTo("over it");
    assertThat(text(files, "/app/b")).isEqualTo("gzip");
    assertThat(text(files, "/app/c")).isEqualTo("z".repeat(300_000));
    assertThat(files.find("/app/a").orElseThrow().layer()).isEqualTo(gzip.digest());
    assertThat(files.find("/app/c").orElseThrow().layer()).isEqualTo(zstd.digest());
    assertThat(paths(files.walk("/"))).containsExactly("/app/a", "/app/b", "/app/c");
  }

  @Test
  void theConfigurationTellsHowTheImageIsStarted() throws Exception {
    TestImage image = TestImage.of(new TestLayer().file("a", "").plain());

    ImageConfig told =
        open(image.startedBy(
                """
                {"Env":["PATH=/bin","OPTS=-Da=b","PATH=/usr/bin","EMPTY=","odd","=x"],\
                "Entrypoint":["java","-jar"],"Cmd":["app.jar"],"WorkingDir":"/app",\
                "User":"app","Labels":{"b":"2","a":"1"}}"""))
            .config();

    assertThat(told)
        .isEqualTo(
            new ImageConfig(
                Map.of("PATH", "/usr/bin", "OPTS", "-Da=b", "EMPTY", ""),
                List.of("java", "-jar"),
                List.of("app.jar"),
                "/app",
                Optional.of("app"),
                Map.of("b", "2", "a", "1")));
    assertThat(told.env().keySet()).containsExactly("PATH", "OPTS", "EMPTY");
    assertThat(told.labels().keySet()).containsExactly("b", "a");
    assertThat(open(image).config())
        .isEqualTo(
            new ImageConfig(Map.of(), List.of(), List.of(), "/", Optional.empty(), Map.of()));
  }

  @Test
  void aWhiteoutTakesAwayWhatLowerLayersHaveAndNothingOfItsOwn() throws Exception {
    ImageFiles files =
        open(
            new TestLayer().file("a/gone", "1").file("a/stays", "1").file("a/again", "1"),
            new TestLayer().file("a/again", "2").whiteout("a/again").whiteout("a/gone"),
            new TestLayer().file("b/x/y", "1"),
            new TestLayer().whiteout("b/x").whiteout("never/was"));

    assertThat(paths(files.walk("/"))).containsExactly("/a/again", "/a/stays");
    assertThat(text(files, "/a/again")).isEqualTo("2");
    assertThat(files.find("/b")).isPresent();
    assertThat(files.list("/b")).isEmpty();
  }

  @Test
  void anOpaqueFolderHidesLowerSiblingsWhereverItStands() throws Exception {
    ImageFiles files =
        open(
            new TestLayer().file("a/old", "1").file("a/sub/old", "1").file("b/old", "1"),
            new TestLayer().file("a/new", "2").opaque("a"),
            new TestLayer().opaque("b").file("b/new", "3"));

    assertThat(paths(files.walk("/"))).containsExactly("/a/new", "/b/new");
  }

  @Test
  void whatAnEntryFindsAtItsPathIsReplaced() throws Exception {
    ImageFiles files =
        open(
            new TestLayer()
                .file("folder/x", "1")
                .file("file", "1")
                .file("kept/x", "1")
                .symlink("link", "kept")
                .file("device", "1"),
            new TestLayer()
                .file("folder", "2")
                .folder("file")
                .file("file/x", "2")
                .folder("kept")
                .folder("link")
                .entry("device", TarConstants.LF_CHR, "", new byte[0]));

    assertThat(paths(files.walk("/"))).containsExactly("/file/x", "/folder", "/kept/x");
    assertThat(files.list("/link")).isEmpty();
    assertThat(files.find("/device")).isEmpty();
  }

  @Test
  void hardLinksShareAFileOfTheSameOrALowerLayer() throws Exception {
    ImageFiles files =
        open(
            new TestLayer().file("lib/a", "one").symlink("to", "lib/a"),
            new TestLayer().hardLink("lib/b", "/lib/a").hardLink("also", "to").whiteout("lib/a2"),
            new TestLayer().file("x", "two").hardLink("y", "./x").whiteout("lib/a"));

    assertThat(text(files, "/lib/b")).isEqualTo("one");
    assertThat(text(files, "/y")).isEqualTo("two");
    assertThat(files.find("/lib/a")).isEmpty();
    assertThat(files.find("/also")).isEmpty();
  }

  @Test
  void symbolicLinksLeadInsideOnly() throws Exception {
    ImageFiles files =
        open(
            new TestLayer()
                .file("usr/lib/a.so.1", "a")
                .symlink("usr/lib/a.so", "a.so.1")
                .symlink("lib", "usr/lib")
                .symlink("abs", "/usr/./lib//a.so")
                .symlink("out", "../../../../etc/passwd")
                .symlink("usr/up", "../../usr/lib")
                .symlink("gone", "nowhere")
                .symlink("round", "round2")
                .symlink("round2", "/round")
                .file("etc/passwd", "the image's own"));

    assertThat(text(files, "/lib/a.so")).isEqualTo("a");
    assertThat(files.find("/lib/a.so").orElseThrow().path()).isEqualTo("/lib/a.so");
    assertThat(files.find("lib//./a.so").orElseThrow().realPath()).isEqualTo("/usr/lib/a.so.1");
    assertThat(text(files, "/abs")).isEqualTo("a");
    assertThat(text(files, "/out")).isEqualTo("the image's own");
    assertThat(text(files, "/usr/up/a.so")).isEqualTo("a");
    assertThat(files.find("/gone")).isEmpty();
    assertThat(files.find("/round")).isEmpty();
    assertThat(files.find("/abs/below")).isEmpty();
    assertThat(files.find("/usr/lib/..").orElseThrow().realPath()).isEqualTo("/usr");
    assertThat(paths(files.list("/").stream()))
        .containsExactly("/abs", "/etc", "/lib", "/out", "/usr");
    assertThat(paths(files.walk("/usr"))).containsExactly("/usr/lib/a.so", "/usr/lib/a.so.1");
    assertThat(paths(files.walk("/lib"))).containsExactly("/lib/a.so", "/lib/a.so.1");
  }

  @Test
  void anEntryBelowALinkOfALowerLayerLandsWhereTheLinkLeads() throws Exception {
    ImageFiles files =
        open(
            new TestLayer()
                .file("usr/lib/a", "1")
                .symlink("lib", "usr/lib")
                .symlink("run", "/var/r"),
            new TestLayer().file("lib/b", "2").whiteout("lib/a").file("run/pid", "3"));

    assertThat(paths(files.walk("/"))).containsExactly("/usr/lib/b", "/var/r/pid");
  }

  @Test
  void longNamesAreReadInBothForms() throws Exception {
    String name = "d".repeat(120) + "/" + "f".repeat(180);
    ImageFiles files =
        open(
            new TestLayer().file("pax/" + name, "1").symlink("pax/link", name),
            new TestLayer().gnuLongNames().file("./gnu/" + name, "2").file("/abs", "3"));

    assertThat(text(files, "/pax/link")).isEqualTo("1");
    assertThat(text(files, "/gnu/" + name)).isEqualTo("2");
    assertThat(text(files, "/abs")).isEqualTo("3");
  }

  @Test
  void aFileIsReadAtAnyPlaceAndNotBeyondItsEnd() throws Exception {
    ImageFiles files =
        open(new TestLayer().file("a", "before").file("b", "0123456789").file("c", "after"));
    ImageFile file = files.find("/b").orElseThrow();

    try (SeekableByteChannel channel = file.channel()) {
      ByteBuffer target = ByteBuffer.allocate(16);
      assertThat(channel.size()).isEqualTo(10);
      assertThat(channel.position(7).read(target)).isEqualTo(3);
      assertThat(channel.read(target)).isEqualTo(-1);
      assertThat(new String(target.array(), 0, 3, StandardCharsets.UTF_8)).isEqualTo("789");
      assertThatThrownBy(() -> channel.write(target))
          .isInstanceOf(NonWritableChannelException.class);
    }
    assertThat(file.bytes()).isEqualTo(10);
    assertThatThrownBy(() -> file.read(9))
        .isInstanceOf(IOException.class)
        .hasMessage("/b is larger than 9 bytes");
    assertThatThrownBy(() -> files.find("/").orElseThrow().open())
        .isInstanceOf(IOException.class)
        .hasMessage("/ is a folder");
    files.close();
    assertThatThrownBy(() -> file.read(10))
        .isInstanceOf(IOException.class)
        .hasMessage("/b can't be read any more: its image was closed");
  }

  @Test
  void aFolderIsListedInOrder() throws Exception {
    ImageFiles files =
        open(
            new TestLayer()
                .file("app/b", "1")
                .file("app/a/z", "1")
                .file("app/A", "1")
                .file("app/a.txt", ""));

    assertThat(files.list("/app"))
        .extracting(ImageFile::path, ImageFile::folder)
        .containsExactly(
            tuple("/app/A", false),
            tuple("/app/a", true),
            tuple("/app/a.txt", false),
            tuple("/app/b", false));
    assertThat(files.list("/app/b")).isEmpty();
    assertThat(files.list("/none")).isEmpty();
    assertThat(files.walk("/app/b")).isEmpty();
  }
}

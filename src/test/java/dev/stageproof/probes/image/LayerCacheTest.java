package dev.stageproof.probes.image;

import static dev.stageproof.probes.image.TestImages.look;
import static dev.stageproof.probes.image.TestImages.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.testing.Tools;
import dev.stageproof.testing.images.PackedLayer;
import dev.stageproof.testing.images.TestImage;
import dev.stageproof.testing.images.TestLayer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept between runs, what is not trusted of it, and what goes when it is too much. */
@Timeout(60)
class LayerCacheTest {

  /** Two of the test's layers fit, three don't. */
  private static final Limits TIGHT =
      new Limits(1 << 20, 1 << 20, 1 << 20, 100, 2_000, 200, 10, 250_000);

  private static final PackedLayer A = layer("a");
  private static final PackedLayer B = layer("b");
  private static final PackedLayer C = layer("c");

  @TempDir Path folder;

  /** Of about 100,000 bytes. */
  private static PackedLayer layer(String name) {
    return new TestLayer().file(name, name.repeat(90_000)).gzip();
  }

  private TestImages all() {
    return new TestImages(folder, TIGHT);
  }

  private static String name(PackedLayer layer) {
    return layer.digest().substring(7) + "-" + layer.diffId().substring(7) + ".tar";
  }

  private Path file(PackedLayer layer) {
    return all().cache().resolve(name(layer));
  }

  private void open(PackedLayer... layers) throws Exception {
    try (Images images = all().images()) {
      images.open(all().layout(TestImage.of(layers)), look());
    }
  }

  /** As if it had been used some time before. */
  private void age(PackedLayer layer, int hours) throws IOException {
    Files.setLastModifiedTime(
        file(layer), FileTime.from(TestImages.NOW.minus(Duration.ofHours(hours))));
  }

  private static List<String> names(PackedLayer... layers) {
    return Arrays.stream(layers).map(LayerCacheTest::name).sorted().toList();
  }

  /** The layers that are kept. */
  private List<String> kept() throws IOException {
    return all().cached().stream().filter(name -> name.endsWith(".tar")).toList();
  }

  @Test
  void whatWasNotUsedForLongestGoesFirst() throws Exception {
    open(A, B);
    age(A, 3);
    age(B, 5);
    open(C);
    assertThat(kept()).isEqualTo(names(A, C));

    age(A, 5);
    age(C, 3);
    open(A);
    open(B);
    assertThat(kept()).isEqualTo(names(A, B));
  }

  @Test
  void whatIsInUseStays() throws Exception {
    try (Images images = all().images()) {
      ImageFiles files = images.open(all().layout(TestImage.of(A, B)), look());
      age(A, 5);
      age(B, 5);
      open(C);

      assertThat(kept()).isEqualTo(names(A, B, C));
      assertThat(text(files, "/a")).hasSize(90_000);
    }
    open(layer("d"));
    assertThat(kept()).isEqualTo(names(C, layer("d")));
  }

  @Test
  void whatAnotherProcessUsesStays() throws Exception {
    Tools.require("python3");
    open(A, B);
    age(A, 5);
    String program =
        """
        import fcntl, sys
        f = open(sys.argv[1], 'rb')
        fcntl.lockf(f, fcntl.LOCK_SH, 1, int(sys.argv[2]))
        print('held', flush=True)
        sys.stdin.read()
        """;
    String position = Long.toString(InUse.position(name(A)));
    Process other =
        new ProcessBuilder(
                "python3", "-c", program, all().cache().resolve("locks").toString(), position)
            .start();
    try (BufferedReader said = other.inputReader(StandardCharsets.UTF_8)) {
      assertThat(said.readLine()).isEqualTo("held");
      open(C);
      assertThat(kept()).isEqualTo(names(A, C));
    } finally {
      other.destroy();
    }
    other.waitFor();
    age(A, 5);
    open(B);
    assertThat(kept()).isEqualTo(names(B, C));
  }

  @Test
  void leftoversOfLongAgoAreRemoved() throws Exception {
    Files.createDirectories(all().cache());
    Path old = Files.writeString(all().cache().resolve("layer1.part"), "x");
    Path fresh = Files.writeString(all().cache().resolve("layer2.part"), "x");
    Files.setLastModifiedTime(old, FileTime.from(TestImages.NOW.minus(Duration.ofHours(25))));
    Files.setLastModifiedTime(fresh, FileTime.from(TestImages.NOW.minus(Duration.ofHours(23))));

    open(A);

    assertThat(old).doesNotExist();
    assertThat(fresh).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "flipped"})
  void aDamagedLayerIsFetchedAgain(String damage) throws Exception {
    try (ServedImages registry = new ServedImages()) {
      TestImage image = TestImage.of(A);
      try (Images images = all().images()) {
        images.open(registry.serve(image), look());
      }
      byte[] bytes = Files.readAllBytes(file(A));
      bytes[60_000] = (byte) (damage.equals("flipped") ? 'b' : 'a');
      int length = damage.equals("short") ? 60_000 : damage.isEmpty() ? 0 : bytes.length;
      Files.write(file(A), Arrays.copyOf(bytes, length), StandardOpenOption.TRUNCATE_EXISTING);

      try (Images images = all().images()) {
        ImageFiles files = images.open(registry.serve(image), look());
        assertThat(text(files, "/a")).isEqualTo("a".repeat(90_000));
      }
      assertThat(registry.asked(A)).isEqualTo(2);
    }
  }

  @Test
  void aFolderThatCanNotBeMadeIsNamed() throws Exception {
    Files.writeString(all().cache(), "in the way");

    Gap gap = all().gap(TestImage.of(A));

    assertThat(gap.reason()).isEqualTo(GapReason.INTERNAL);
    assertThat(gap.message()).startsWith("layers can't be kept in " + all().cache() + ": ");
    assertThat(gap.settle())
        .isEqualTo("free some space there, or set STAGEPROOF_CACHE_DIR to another folder");
  }

  @Test
  void theDeadlineAndAnInterruptEndTheReadingOfLocalFiles() throws Exception {
    try (Images images = all().images()) {
      var source = all().layout(TestImage.of(A));
      assertThatThrownBy(() -> images.open(source, look(Duration.ZERO)))
          .hasMessage(
              "reading index.json in the layout %s took longer than the check may take"
                  .formatted(folder.resolve("layout")));
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> images.open(source, look()))
          .isInstanceOf(InterruptedException.class);
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
  }

  @Test
  void theEnvironmentSaysWhereLayersAreKept() {
    assertThat(LayerCache.folder(Map.of(), "/home/me"))
        .isEqualTo(Path.of("/home/me/.cache/stageproof/images"));
    assertThat(LayerCache.folder(Map.of("XDG_CACHE_HOME", "/x"), "/home/me"))
        .isEqualTo(Path.of("/x/stageproof/images"));
    assertThat(
            LayerCache.folder(
                Map.of("XDG_CACHE_HOME", "/x", "STAGEPROOF_CACHE_DIR", "/own"), "/home/me"))
        .isEqualTo(Path.of("/own/images"));
  }
}

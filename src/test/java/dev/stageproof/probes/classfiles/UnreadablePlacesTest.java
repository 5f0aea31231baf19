package dev.stageproof.probes.classfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.ClassFilesRequest;
import dev.stageproof.observe.ClassQuestions;
import dev.stageproof.probes.Deadline;
import dev.stageproof.spi.UnobservedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A place that can't be read whole gives no answer: a class may hide in the rest. */
@Timeout(60)
class UnreadablePlacesTest {

  private static final String SETTLE = "Build it again, or take it off the class path.";

  private static final long LIST = 1 << 20;

  /** What begins an entry of a jar's list. */
  private static final byte[] LISTED = {'P', 'K', 1, 2};

  @TempDir Path folder;

  @Test
  void aMissingPlace() {
    Path missing = folder.resolve("app.jar");

    assertThat(gap(missing))
        .isEqualTo(
            Gap.of(
                GapReason.NOT_FOUND,
                missing + " does not exist",
                "Build it first, or correct the class path."));
  }

  @Test
  void aMissingFolderOfJars() {
    assertThat(gap(folder.resolve("lib").resolve("*")).message())
        .isEqualTo(folder.resolve("lib") + " does not exist");
  }

  @Test
  void aFileThatIsNoJar() throws Exception {
    Path file = Files.writeString(folder.resolve("app.jar"), "not a jar at all");

    Gap gap = gap(file);

    assertThat(gap.reason()).isEqualTo(GapReason.MALFORMED);
    assertThat(gap.message()).startsWith(file + " can't be read: ");
    assertThat(gap.settle()).isEqualTo(SETTLE);
  }

  @Test
  void aJarCutShort() throws Exception {
    byte[] whole = new Jars().withClass("", "com.acme.Api").bytes();

    assertThat(gap(write(Arrays.copyOf(whole, whole.length - 30))).reason())
        .isEqualTo(GapReason.MALFORMED);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no such device")
  void aDevice() {
    assertThat(gap(Path.of("/dev/null")).message())
        .isEqualTo("/dev/null is neither a jar nor a folder");
  }

  @Test
  void aNestedJarThatIsNone() throws Exception {
    byte[] noise = "noise".repeat(100).getBytes(StandardCharsets.UTF_8);
    Path jar = write(new Jars().with("BOOT-INF/lib/x.jar", noise).stored());

    assertThat(gap(jar))
        .isEqualTo(
            Gap.of(
                GapReason.MALFORMED,
                jar
                    + "!/BOOT-INF/lib/x.jar can't be read: not a jar, or the end of it is"
                    + " missing",
                SETTLE));
  }

  @Test
  void anEmptyNestedJarFile() throws Exception {
    Path jar = write(new Jars().with("BOOT-INF/lib/x.jar", new byte[0]).stored());

    assertThat(gap(jar).message())
        .isEqualTo(
            jar + "!/BOOT-INF/lib/x.jar can't be read: not a jar, or the end of it is missing");
  }

  @Test
  void aNestedJarCutShort() throws Exception {
    byte[] inner = inner();
    byte[] half = Arrays.copyOf(inner, inner.length / 2);
    Path jar = write(new Jars().with("BOOT-INF/lib/x.jar", half).stored());

    assertThat(gap(jar).message()).startsWith(jar + "!/BOOT-INF/lib/x.jar can't be read: ");
  }

  /** The zip reader takes the damaged entry for the end of the list and says nothing. */
  @Test
  void aListOfEntriesDamagedInTheMiddle() throws Exception {
    byte[] inner = inner();
    inner[indexOf(inner, LISTED, 2)] = 'X';
    Path jar = write(new Jars().with("BOOT-INF/lib/x.jar", inner).stored());

    assertThat(gap(jar).message())
        .isEqualTo(jar + "!/BOOT-INF/lib/x.jar can't be read: damaged after entry 1 of 3");
  }

  @Test
  void anAskedClassWithAnotherChecksum() throws Exception {
    byte[] bytes = new Jars().withClass("", "com.acme.Api").stored();
    int name = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("java/lang/Object");
    bytes[name] = 'k';

    assertThat(gap(write(bytes)).message())
        .isEqualTo(
            folder.resolve("app.jar")
                + " can't be read: damaged: com/acme/Api.class has another checksum than listed");
  }

  @Test
  void aPackedJarInAJarWithAnotherChecksum() throws Exception {
    byte[] bytes = new Jars().with("lib/x.jar", inner()).bytes();
    bytes[indexOf(bytes, LISTED, 1) + 16] ^= 1;

    assertThat(gap(write(bytes)).message())
        .endsWith("app.jar can't be read: damaged: lib/x.jar has another checksum than listed");
  }

  @Test
  void aMethodOfPackingThatJavaDoesNotKnow() throws Exception {
    byte[] bytes = new Jars().withClass("", "com.acme.Api").bytes();
    bytes[indexOf(bytes, LISTED, 1) + 10] = 93;

    assertThat(gap(write(bytes)).message())
        .endsWith("app.jar can't be read: packed by method 93, which Java doesn't know");
  }

  @Test
  void aListOfEntriesThatIsTooLong() throws Exception {
    assertThat(gap(write(inner()), new Limits(1000, 3, 1000, 1000, 100)).message())
        .endsWith("app.jar can't be read: its list of entries is too long");
  }

  @Test
  void anAskedClassThatIsNoClassFile() throws Exception {
    Path jar = write(new Jars().with("com/acme/Api.class", new byte[] {1, 2, 3}).bytes());

    assertThat(gap(jar).message()).startsWith("com/acme/Api.class in " + jar + " can't be read: ");
  }

  @Test
  void jarsInsideJarsWithoutEnd() throws Exception {
    byte[] bytes = new Jars().withClass("", "com.acme.Deep").bytes();
    for (int depth = 0; depth < 4; depth++) {
      bytes = new Jars().with("x.jar", bytes).stored();
    }
    Path jar = write(bytes);

    assertThat(gap(jar))
        .isEqualTo(
            Gap.of(
                GapReason.MALFORMED,
                jar
                    + "!/x.jar!/x.jar!/x.jar!/x.jar is nested too deep: more than 3 jars in a"
                    + " jar",
                "Name the inner jars themselves on the class path."));
  }

  @Test
  void threeJarsInsideAJarAreRead() throws Exception {
    byte[] bytes = new Jars().withClass("", "com.acme.Api").bytes();
    for (int depth = 0; depth < 3; depth++) {
      bytes = new Jars().with("x.jar", bytes).stored();
    }

    var seen =
        new ClassFilesProbe().observe(request(write(bytes)), Deadline.in(Duration.ofSeconds(30)));

    assertThat(seen.of("com.acme.Api")).hasSize(1);
    assertThat(seen.jars()).isEqualTo(4);
  }

  @Test
  void moreEntriesThanAllowed() throws Exception {
    Jars jar = new Jars();
    for (int i = 0; i < 20; i++) {
      jar.with("f" + i, new byte[0]);
    }

    assertThat(gap(write(jar.bytes()), new Limits(19, 3, 1000, 1000, LIST)).message())
        .isEqualTo("the class path holds more than 19 files and jar entries, too much to be read");
  }

  @Test
  void moreFilesThanAllowed() throws Exception {
    for (int i = 0; i < 20; i++) {
      Files.writeString(folder.resolve("f" + i), "");
    }

    assertThat(gap(folder, new Limits(19, 3, 1000, 1000, LIST)).message())
        .isEqualTo("the class path holds more than 19 files and jar entries, too much to be read");
  }

  @Test
  void aNestedJarThatIsAZipBomb() throws Exception {
    byte[] large = new Jars().with("zeros", new byte[20_000_000]).stored();
    Path jar = write(new Jars().with("lib/bomb.jar", large).bytes());
    assertThat(Files.size(jar)).isLessThan(100_000);

    assertThat(gap(jar, new Limits(1000, 3, 1000, 1_000_000, LIST)))
        .isEqualTo(
            Gap.of(
                GapReason.MALFORMED,
                "the class path holds more than 1000000 bytes in nested jars, too much to be read",
                "Name fewer jars and folders; if that is right, one of them may be damaged."));
  }

  /** What is not asked for is not unpacked, however large. */
  @Test
  void aBombBesideTheClassesIsLeftAlone() throws Exception {
    byte[] bomb = new Jars().with("z", new byte[20_000_000]).withClass("", "com.acme.Api").bytes();
    Path jar = write(new Jars().with("lib/bomb.jar", bomb).bytes());

    var seen =
        new ClassFilesProbe(new Limits(1000, 3, 1000, 1_000_000, LIST))
            .observe(request(jar), Deadline.in(Duration.ofSeconds(30)));

    assertThat(seen.of("com.acme.Api")).hasSize(1);
  }

  @Test
  void anAskedClassOfAbsurdSize() throws Exception {
    Path jar = write(new Jars().with("com/acme/Api.class", new byte[5_000_000]).bytes());

    assertThat(gap(jar, new Limits(1000, 3, 1_000_000, 1_000_000, LIST)).message())
        .isEqualTo(
            "com/acme/Api.class in "
                + jar
                + " is larger than 1000000 bytes, too large for a class file");
  }

  private static byte[] inner() {
    return new Jars()
        .withClass("", "com.acme.A")
        .withClass("", "com.acme.B")
        .withClass("", "com.acme.C")
        .bytes();
  }

  private static int indexOf(byte[] zip, byte[] signature, int number) {
    int seen = 0;
    for (int i = 0; i < zip.length - 3; i++) {
      boolean header = Arrays.equals(zip, i, i + 4, signature, 0, 4);
      seen += header ? 1 : 0;
      if (header && seen == number) {
        return i;
      }
    }
    throw new IllegalArgumentException("no entry " + number);
  }

  private Path write(byte[] bytes) throws Exception {
    return Files.write(folder.resolve("app.jar"), bytes);
  }

  private static ClassFilesRequest request(Path place) {
    return new ClassFilesRequest(
        List.of(place.toString()), new ClassQuestions(List.of("com.acme.Api"), Optional.empty()));
  }

  private static Gap gap(Path place) {
    return gap(place, Limits.standard());
  }

  private static Gap gap(Path place, Limits limits) {
    return catchThrowableOfType(
            UnobservedException.class,
            () ->
                new ClassFilesProbe(limits)
                    .observe(request(place), Deadline.in(Duration.ofSeconds(30))))
        .gap();
  }
}

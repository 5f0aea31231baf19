package dev.stageproof.probes.classfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.stageproof.observe.ClassFilesObservation;
import dev.stageproof.observe.ClassFilesObservation.Found;
import dev.stageproof.observe.ClassFilesObservation.JarVersion;
import dev.stageproof.observe.ClassFilesObservation.Missing;
import dev.stageproof.observe.ClassFilesObservation.Place;
import dev.stageproof.observe.ClassFilesObservation.Variant;
import dev.stageproof.observe.ClassFilesRequest;
import dev.stageproof.observe.ClassQuestions;
import dev.stageproof.probes.Deadline;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which class files of a class path count, and what their jars say of themselves. */
@Timeout(60)
class ClassPathSearchTest {

  private static final String API = "com.acme.Api";

  @TempDir Path folder;

  @Test
  void theVariantForTheJavaThatRunsCounts() throws Exception {
    Path jar = jar("app.jar", variants("Multi-Release: true"));
    String in9 = "META-INF/versions/9/com/acme/Api.class";
    String in17 = "META-INF/versions/17/com/acme/Api.class";

    assertThat(entries(look(Optional.of(8), jar))).containsExactly("com/acme/Api.class");
    assertThat(entries(look(Optional.of(11), jar))).containsExactly(in9);
    assertThat(entries(look(Optional.of(21), jar))).containsExactly(in17);
    assertThat(look(Optional.of(11), jar).variants())
        .containsExactly(new Variant(API, jar.toString(), 0), new Variant(API, jar.toString(), 17));
  }

  @Test
  void withoutKnowingTheJavaTheBaseCounts() throws Exception {
    Path jar = jar("app.jar", variants("Multi-Release: true"));

    ClassFilesObservation seen = look(Optional.empty(), jar);

    assertThat(entries(seen)).containsExactly("com/acme/Api.class");
    assertThat(seen.variants()).extracting(Variant::release).containsExactly(9, 17);
  }

  @Test
  void variantsCountOnlyWhereTheManifestSaysSo() throws Exception {
    Path jar = jar("app.jar", variants("Created-By: a test"));

    ClassFilesObservation seen = look(Optional.of(21), jar);

    assertThat(entries(seen)).containsExactly("com/acme/Api.class");
    assertThat(seen.variants()).isEmpty();
    assertThat(seen.scanned()).isEqualTo(1);
  }

  @Test
  void aClassForNewerJavaOnlyIsThereForNewerJavaOnly() throws Exception {
    Path jar =
        jar(
            "app.jar",
            new Jars()
                .withManifest("Multi-Release: true")
                .withClass("META-INF/versions/17/", API)
                .bytes());

    assertThat(look(Optional.of(17), jar).of(API)).hasSize(1);
    assertThat(look(Optional.of(17), jar).scanned()).isEqualTo(1);
    for (Optional<Integer> java : List.of(Optional.of(11), Optional.<Integer>empty())) {
      ClassFilesObservation seen = look(java, jar);
      assertThat(seen.found()).isEmpty();
      assertThat(seen.scanned()).isZero();
      assertThat(seen.variants()).containsExactly(new Variant(API, jar.toString(), 17));
    }
  }

  @Test
  void theVersionOfAJarIsTakenFromWhereItStands() throws Exception {
    byte[] note = "version=3.3\ngroupId=com.acme\n".getBytes(StandardCharsets.ISO_8859_1);
    String maven = "META-INF/maven/com.acme/api/pom.properties";
    String other = "META-INF/maven/com.acme/inner/pom.properties";
    Jars plain = new Jars().withClass("", API);
    Jars bundle =
        new Jars().withManifest("Bundle-Version: 2.2.0").withClass("", API).with(maven, note);
    String[] both = {"Bundle-Version: 2.2.0", "Implementation-Version: 1.1 "};

    assertThat(version("a-9.jar", new Jars().withManifest(both).withClass("", API)))
        .contains(new JarVersion("1.1", "Implementation-Version"));
    assertThat(version("b-9.jar", bundle)).contains(new JarVersion("2.2.0", "Bundle-Version"));
    assertThat(version("c-9.jar", plain.with(maven, note)))
        .contains(new JarVersion("3.3", "pom.properties"));
    assertThat(version("log4j-1.2-api-2.24.1.jar", plain.with(other, note)))
        .contains(new JarVersion("1.2-api-2.24.1", "file name"));
    assertThat(version("plain.jar", plain)).isEmpty();
    String absurd = "Implementation-Version: " + "9".repeat(60) + "\r\n " + "9".repeat(60);
    String[] folded = {absurd + "\r\n " + "9".repeat(60) + "\r\n " + "9".repeat(60)};
    assertThat(version("absurd.jar", new Jars().withManifest(folded))).isEmpty();
  }

  @Test
  void whatAManifestAddsToTheClassPathIsSearchedAfterTheJar() throws Exception {
    Path app =
        jar(
            "app.jar",
            new Jars()
                .withManifest("Class-Path: lib/b%20c.jar more/ lib/gone.jar http://x/y.jar ../%zz")
                .withClass("", "com.acme.App")
                .bytes());
    Path added = jar("lib/b c.jar", new Jars().withClass("", API).bytes());
    Path more = Files.createDirectories(folder.resolve("more"));
    Path last = jar("last.jar", new Jars().withClass("", API).bytes());

    ClassFilesObservation seen = look(Optional.empty(), app, last, app);

    assertThat(seen.places())
        .extracting(Place::path, Place::kind)
        .containsExactly(
            tuple(app.toString(), "jar"),
            tuple(added.toString(), "jar"),
            tuple(more.toString(), "folder"),
            tuple(folder.resolve("lib/gone.jar").toString(), "missing"),
            tuple(last.toString(), "jar"));
    assertThat(seen.of(API))
        .extracting(hit -> hit.spot().place())
        .containsExactly(added.toString(), last.toString());
  }

  @Test
  void anUnpackedBootApplicationIsReadAsItsLauncherDoes() throws Exception {
    Path app = folder.resolve("application");
    write(app, "BOOT-INF/classes/com/acme/App.class", Jars.classFile("com.acme.App"));
    write(app, "BOOT-INF/lib/a.jar", new Jars().withClass("", API).bytes());
    write(app, "BOOT-INF/lib/b.jar", new Jars().withClass("", API).bytes());
    write(app, "other/c.jar", new Jars().withClass("", API).bytes());
    String index = "- \"BOOT-INF/lib/b.jar\"\n- \"BOOT-INF/lib/gone.jar\"\n";
    write(app, "BOOT-INF/classpath.idx", index.getBytes(StandardCharsets.UTF_8));

    ClassFilesObservation seen = look(Optional.empty(), List.of(API, "com.acme.App"), app);

    assertThat(seen.found())
        .extracting(Found::className, hit -> hit.spot().place(), hit -> hit.spot().entry())
        .containsExactly(
            tuple("com.acme.App", app + "/BOOT-INF/classes", "com/acme/App.class"),
            tuple(API, app + "/BOOT-INF/lib/b.jar", "com/acme/Api.class"),
            tuple(API, app + "/BOOT-INF/lib/a.jar", "com/acme/Api.class"));
  }

  @Test
  void aDuplicateIsFoundWhetherItsJarIsStoredOrPackedOrOnTheOutside() throws Exception {
    byte[] library = new Jars().withClass("", API).bytes();
    Path boot = jar("boot.jar", new Jars().with("BOOT-INF/lib/a.jar", library).stored());
    Path war = jar("app.war", new Jars().with("WEB-INF/lib/a.jar", library).bytes());
    Path plain = jar("plain.jar", library);

    assertThat(look(Optional.empty(), boot, war, plain).of(API))
        .extracting(hit -> hit.spot().place())
        .containsExactly(
            boot + "!/BOOT-INF/lib/a.jar", war + "!/WEB-INF/lib/a.jar", plain.toString());
  }

  @Test
  void tellsWhatIsAroundAMissingClass() throws Exception {
    Path jar =
        jar(
            "app.jar",
            new Jars()
                .withClass("", "com.acme.web.Page")
                .withClass("", "com.acme.web.Frame")
                .withClass("", "com.acme.data.Store")
                .bytes());

    ClassFilesObservation seen =
        look(Optional.empty(), List.of("com.acme.web.Old", "com.acme.gone.Old", "com.Old"), jar);

    assertThat(seen.missing())
        .containsExactly(
            new Missing("com.acme.web.Old", List.of(), 2, 3),
            new Missing("com.acme.gone.Old", List.of(), 0, 3),
            new Missing("com.Old", List.of(), 0, 0));
  }

  /** The large jar is not read through: only its list of entries, and those of the jars inside. */
  @Test
  void aBootJarOfMoreThan60MegabytesIsReadWhereItMatters() throws Exception {
    Path boot = folder.resolve("boot.jar");
    byte[] library = new Jars().withClass("", API).bytes();
    byte[] filler = new byte[1 << 20];
    new Random(1).nextBytes(filler);
    try (OutputStream out = Files.newOutputStream(boot);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(0);
      put(zip, "BOOT-INF/lib/first.jar", library);
      for (int i = 0; i < 64; i++) {
        put(zip, "BOOT-INF/lib/filler-" + i + ".jar", new Jars().with("blob", filler).stored());
      }
      put(zip, "BOOT-INF/lib/last.jar", library);
    }
    assertThat(Files.size(boot)).isGreaterThan(60_000_000);
    CountingFiles files = new CountingFiles();

    ClassFilesObservation seen =
        new ClassPathSearch(
                files,
                new ClassQuestions(List.of(API), Optional.empty()),
                Deadline.in(Duration.ofSeconds(30)))
            .search(List.of(new ClassPathSearch.Element(boot.toString(), true)));

    assertThat(seen.of(API))
        .extracting(hit -> hit.spot().place())
        .containsExactly(boot + "!/BOOT-INF/lib/first.jar", boot + "!/BOOT-INF/lib/last.jar");
    assertThat(seen.jars()).isEqualTo(67);
    assertThat(files.bytes()).isLessThan(2_000_000);
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws Exception {
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
  }

  private static byte[] variants(String line) {
    return new Jars()
        .withManifest(line)
        .withClass("META-INF/versions/9/", API)
        .withClass("", API)
        .withClass("META-INF/versions/17/", API)
        .bytes();
  }

  private Optional<JarVersion> version(String name, Jars jar) throws Exception {
    return look(Optional.empty(), jar(name, jar.withClass("", API).bytes()))
        .of(API)
        .get(0)
        .spot()
        .version();
  }

  private static List<String> entries(ClassFilesObservation seen) {
    return seen.of(API).stream().map(hit -> hit.spot().entry()).toList();
  }

  private Path jar(String name, byte[] bytes) throws Exception {
    return write(folder, name, bytes);
  }

  private static Path write(Path root, String path, byte[] bytes) throws Exception {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  private static ClassFilesObservation look(Optional<Integer> java, Path... places)
      throws Exception {
    return look(java, List.of(API), places);
  }

  private static ClassFilesObservation look(
      Optional<Integer> java, List<String> names, Path... places) throws Exception {
    List<String> path = List.of(places).stream().map(Path::toString).toList();
    return new ClassFilesProbe()
        .observe(
            new ClassFilesRequest(path, new ClassQuestions(names, java)),
            Deadline.in(Duration.ofSeconds(30)));
  }
}

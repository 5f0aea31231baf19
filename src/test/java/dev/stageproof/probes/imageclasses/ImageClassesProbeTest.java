package dev.stageproof.probes.imageclasses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.ClassFilesObservation.Found;
import dev.stageproof.observe.ClassFilesObservation.JarVersion;
import dev.stageproof.observe.ClassFilesObservation.Place;
import dev.stageproof.observe.ClassQuestions;
import dev.stageproof.observe.ImageClassesObservation;
import dev.stageproof.observe.ImageClassesObservation.JavaRelease;
import dev.stageproof.observe.ImageClassesObservation.Start;
import dev.stageproof.observe.ImageClassesRequest;
import dev.stageproof.observe.ImageReference;
import dev.stageproof.observe.ImageSource;
import dev.stageproof.probes.Deadline;
import dev.stageproof.probes.classfiles.Jars;
import dev.stageproof.probes.image.Images;
import dev.stageproof.spi.UnobservedException;
import dev.stageproof.testing.images.LocalRegistry;
import dev.stageproof.testing.images.PackedLayer;
import dev.stageproof.testing.images.TestImage;
import dev.stageproof.testing.images.TestLayer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ImageClassesProbeTest {

  private static final String API = "com.acme.Api";
  private static final String APP = "com.acme.App";

  @TempDir Path folder;

  @Test
  void findsAClassInANestedJarAndADuplicateBesideIt() throws Exception {
    PackedLayer java = new TestLayer().file("opt/java/release", "JAVA_VERSION=\"17.0.1\"").gzip();
    byte[] api = new Jars().withClass("", API).bytes();
    byte[] boot =
        new Jars()
            .withManifest("Implementation-Version: 7.1", "Multi-Release: true")
            .withClass("BOOT-INF/classes/", APP)
            .with("BOOT-INF/lib/api-2.3.jar", api)
            .with("BOOT-INF/lib/shaded-1.0.jar", api)
            .stored();
    PackedLayer app = new TestLayer().file("app/app.jar", boot).gzip();
    TestImage image =
        TestImage.of(java, app)
            .startedBy(
                """
                {"Entrypoint": ["java", "-jar"], "Cmd": ["app.jar"], "WorkingDir": "/app",
                 "Env": ["JAVA_HOME=/opt/java"]}""");

    ImageClassesObservation seen = look(image, API, APP);

    assertThat(seen.digest()).isEqualTo(image.digest());
    assertThat(seen.told()).contains(new Start("java -jar app.jar", true));
    assertThat(seen.java()).contains(new JavaRelease(17, "/opt/java/release"));
    assertThat(seen.classes().places())
        .containsExactly(new Place("/app/app.jar", "jar", 3, 2, Optional.of(app.digest())));
    assertThat(seen.classes().found())
        .extracting(Found::className, hit -> hit.spot().place(), hit -> hit.spot().version())
        .containsExactly(
            tuple(APP, "/app/app.jar", version("7.1", "Implementation-Version")),
            tuple(API, "/app/app.jar!/BOOT-INF/lib/api-2.3.jar", version("2.3", "file name")),
            tuple(API, "/app/app.jar!/BOOT-INF/lib/shaded-1.0.jar", version("1.0", "file name")));
  }

  private static Optional<JarVersion> version(String text, String source) {
    return Optional.of(new JarVersion(text, source));
  }

  @Test
  void readsWhatJibLaysOutAndPassesOverWhatIsMissing() throws Exception {
    byte[] library = new Jars().withClass("", API).bytes();
    PackedLayer libraries =
        new TestLayer()
            .file("app/libs/b-1.jar", library)
            .file("app/libs/old-1.jar", library)
            .gzip();
    PackedLayer update =
        new TestLayer()
            .whiteout("app/libs/old-1.jar")
            .file("app/libs/a-2.jar", library)
            .file("app/classes/com/acme/App.class", Jars.classFile(APP))
            .file("app/jib-classpath-file", "/app/resources:/app/classes:/app/libs/*")
            .file("app/jib-main-class-file", APP)
            .zstd();
    TestImage image =
        TestImage.of(libraries, update)
            .startedBy(
                """
                {"Entrypoint": ["java", "-cp", "@/app/jib-classpath-file",
                                "@/app/jib-main-class-file"]}""");

    ImageClassesObservation seen = look(image, API, APP, "com.acme.Gone");

    assertThat(seen.told().orElseThrow().byArguments()).isFalse();
    assertThat(seen.java()).isEmpty();
    assertThat(seen.classes().places())
        .extracting(Place::path, Place::kind, Place::layer)
        .containsExactly(
            tuple("/app/resources", "missing", Optional.empty()),
            tuple("/app/classes", "folder", Optional.empty()),
            tuple("/app/libs/a-2.jar", "jar", Optional.of(update.digest())),
            tuple("/app/libs/b-1.jar", "jar", Optional.of(libraries.digest())));
    assertThat(seen.classes().of(API)).hasSize(2);
    assertThat(seen.classes().of(APP).get(0).spot().layer()).contains(update.digest());
    assertThat(seen.classes().missing("com.acme.Gone").orElseThrow().inPackage()).isEqualTo(3);
  }

  @Test
  void readsAnUnpackedBootApplicationInItsWorkingDirectory() throws Exception {
    byte[] library = new Jars().withClass("", API).bytes();
    TestImage image =
        TestImage.of(
                new TestLayer()
                    .file("application/BOOT-INF/classes/com/acme/App.class", Jars.classFile(APP))
                    .file("layers/lib/api.jar", library)
                    .symlink("application/BOOT-INF/lib", "/layers/lib")
                    .symlink("application/again", "../application")
                    .file("application/BOOT-INF/lib-not/other.jar", library)
                    .plain())
            .startedBy(
                """
                {"WorkingDir": "/application",
                 "Entrypoint": ["java", "org.springframework.boot.loader.launch.JarLauncher"]}""");

    ImageClassesObservation seen = look(image, API, APP);

    assertThat(seen.classes().of(APP)).hasSize(1);
    assertThat(seen.classes().of(API))
        .extracting(hit -> hit.spot().place())
        .containsExactly("/layers/lib/api.jar");
  }

  @Test
  void aClassPathThatIsNamedGoesBeforeWhatTheImageStarts() throws Exception {
    TestImage image =
        TestImage.of(new TestLayer().file("a/x.jar", new Jars().withClass("", API).bytes()).plain())
            .startedBy("{\"Entrypoint\": [\"/start.sh\"]}");

    assertThat(observe(layout(image), List.of("/a/*"), API).classes().of(API)).hasSize(1);
    assertThat(gap(image, List.of("/b/x.jar")))
        .isEqualTo(
            Gap.of(
                GapReason.NOT_FOUND,
                "/b/x.jar does not exist",
                "Build it first, or correct the class path."));
  }

  @Test
  void anImageThatTellsNoClassPathGivesNoAnswer() throws Exception {
    PackedLayer layer =
        new TestLayer()
            .file("start.sh", "#!/bin/sh\nexec java -jar /srv/app.jar\n")
            .file("srv/app.jar", new Jars().withClass("", API).bytes())
            .plain();
    String settle = "; without Java in the image, take the check out.";

    assertThat(gap(TestImage.of(layer).startedBy("{\"Entrypoint\": [\"/start.sh\"]}"), List.of()))
        .isEqualTo(
            Gap.of(
                GapReason.NOT_FOUND,
                "the image tells no class path: it starts `/start.sh`, a script, which is not run"
                    + " to see what it starts",
                "Name the image's jars and folders in `class-path`" + settle));
    assertThat(
            gap(
                    TestImage.of(layer)
                        .startedBy("{\"Entrypoint\": [\"/start.sh\"], \"WorkingDir\": \"/srv\"}"),
                    List.of())
                .settle())
        .isEqualTo("Name the image's jars and folders in `class-path`, such as `/srv/*`" + settle);
  }

  @Test
  void aDamagedJarInAnImageGivesNoAnswer() throws Exception {
    TestImage image =
        TestImage.of(new TestLayer().file("app.jar", "PK\003\004 not a jar").plain())
            .startedBy("{\"Cmd\": [\"java\", \"-jar\", \"/app.jar\"]}");

    assertThat(gap(image, List.of()).message())
        .isEqualTo("/app.jar can't be read: not a jar, or the end of it is missing");
  }

  @Test
  void readsAnImageInARegistry() throws Exception {
    try (LocalRegistry registry = LocalRegistry.open(folder)) {
      TestImage image =
          TestImage.of(
                  new TestLayer().file("app.jar", new Jars().withClass("", API).bytes()).gzip())
              .startedBy("{\"Cmd\": [\"java\", \"-jar\", \"/app.jar\"]}");
      image.push(registry, "acme/app", "v1");
      ImageReference reference =
          ImageReference.parse(registry.host() + "/acme/app@" + image.digest()).orElseThrow();

      ImageClassesObservation seen = observe(new ImageSource.Registry(reference), List.of(), API);

      assertThat(seen.digest()).isEqualTo(image.digest());
      assertThat(seen.classes().of(API)).hasSize(1);
    }
  }

  private ImageClassesObservation look(TestImage image, String... names) throws Exception {
    return observe(layout(image), List.of(), names);
  }

  private Gap gap(TestImage image, List<String> classPath) {
    return catchThrowableOfType(
            UnobservedException.class, () -> observe(layout(image), classPath, API))
        .gap();
  }

  private ImageSource layout(TestImage image) throws Exception {
    Path place = folder.resolve(image.digest().replace(':', '-'));
    TestImage.write(image.layout("app"), place);
    return new ImageSource.Layout(place.toString(), Optional.empty());
  }

  private ImageClassesObservation observe(
      ImageSource source, List<String> classPath, String... names) throws Exception {
    ClassQuestions questions = new ClassQuestions(List.of(names), Optional.empty());
    try (ImageClassesProbe probe = new ImageClassesProbe(new Images(folder.resolve("cache")))) {
      return probe.observe(
          new ImageClassesRequest(source, classPath, questions),
          Deadline.in(Duration.ofSeconds(30)));
    }
  }
}

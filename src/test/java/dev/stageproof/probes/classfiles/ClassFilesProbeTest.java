package dev.stageproof.probes.classfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import dev.stageproof.model.GapReason;
import dev.stageproof.observe.ClassFilesObservation;
import dev.stageproof.observe.ClassFilesObservation.Declared;
import dev.stageproof.observe.ClassFilesObservation.Found;
import dev.stageproof.observe.ClassFilesObservation.Missing;
import dev.stageproof.observe.ClassFilesObservation.Place;
import dev.stageproof.observe.ClassFilesObservation.Spot;
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
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ClassFilesProbeTest {

  private static final Duration AMPLE = Duration.ofSeconds(30);

  @TempDir Path folder;

  @Test
  void tellsWhatAClassDeclares() throws Exception {
    byte[] bytes = Jars.classFile("com.acme.Api", "com.acme.Base", "java.lang.Runnable");
    Path jar = jar("app.jar", new Jars().with("com/acme/Api.class", bytes).bytes());

    ClassFilesObservation seen = look(List.of(jar), "com.acme.Api");

    assertThat(seen)
        .isEqualTo(
            new ClassFilesObservation(
                List.of(
                    new Found(
                        "com.acme.Api",
                        new Spot(
                            jar.toString(),
                            "com/acme/Api.class",
                            Optional.empty(),
                            Optional.empty()),
                        new Declared(
                            "com.acme.Base",
                            List.of("java.lang.Runnable"),
                            List.of("run()", "stop()", "run(int)"),
                            List.of("java.lang.Deprecated", "com.acme.Outer$Kept")))),
                List.of(),
                List.of(),
                List.of(new Place(jar.toString(), "jar", 1, 0, Optional.empty())),
                1,
                1));
  }

  @Test
  void readsAFolderAsARootOfClassFiles() throws Exception {
    writeClass(folder.resolve("classes"), "com.acme.Api");
    writeClass(folder.resolve("classes"), "com.acme.Outer$Inner");
    Files.writeString(folder.resolve("classes/readme.txt"), "no class");

    ClassFilesObservation seen =
        look(List.of(folder.resolve("classes")), "com.acme.Outer$Inner", "com.acme.Gone");

    assertThat(names(seen)).containsExactly("com.acme.Outer$Inner");
    assertThat(seen.scanned()).isEqualTo(2);
    assertThat(seen.jars()).isZero();
  }

  @Test
  void aFolderAboveTheRootDoesNotHoldTheClass() throws Exception {
    writeClass(folder.resolve("classes"), "com.acme.Api");

    ClassFilesObservation seen = look(List.of(folder), "com.acme.Api");

    assertThat(seen.found()).isEmpty();
    assertThat(seen.missing())
        .containsExactly(new Missing("com.acme.Api", List.of("classes.com.acme.Api"), 0, 0));
  }

  @Test
  void readsAnExecutableJarAsSpringBootDoes() throws Exception {
    byte[] library = new Jars().withClass("", "com.acme.lib.Tool").bytes();
    Path jar =
        jar(
            "boot.jar",
            new Jars()
                .withClass("", "org.springframework.boot.loader.launch.JarLauncher")
                .withClass("BOOT-INF/classes/", "com.acme.App")
                .with("BOOT-INF/lib/tool-1.0.jar", library)
                .stored());

    ClassFilesObservation seen = look(List.of(jar), "com.acme.App", "com.acme.lib.Tool");

    assertThat(seen.found())
        .extracting(Found::className, ClassFilesProbeTest::place)
        .containsExactly(
            tuple("com.acme.App", jar.toString()),
            tuple("com.acme.lib.Tool", jar + "!/BOOT-INF/lib/tool-1.0.jar"));
    assertThat(seen.scanned()).isEqualTo(3);
    assertThat(seen.jars()).isEqualTo(2);
  }

  @Test
  void readsAWar() throws Exception {
    byte[] library = new Jars().withClass("", "com.acme.lib.Tool").bytes();
    Path war =
        jar(
            "app.war",
            new Jars()
                .withClass("WEB-INF/classes/", "com.acme.App")
                .with("WEB-INF/lib/tool.jar", library)
                .bytes());

    assertThat(names(look(List.of(war), "com.acme.App", "com.acme.lib.Tool")))
        .containsExactly("com.acme.App", "com.acme.lib.Tool");
  }

  @Test
  void aJarBehindALauncherScriptIsRead() throws Exception {
    byte[] jar = new Jars().withClass("BOOT-INF/classes/", "com.acme.App").bytes();
    byte[] script = "#!/bin/sh\nexec java -jar \"$0\"\n".getBytes(StandardCharsets.UTF_8);
    Path file = jar("run.jar", concat(script, jar));

    assertThat(names(look(List.of(file), "com.acme.App"))).containsExactly("com.acme.App");
  }

  @Test
  void everyPlaceIsToldInClassPathOrder() throws Exception {
    Path second = jar("a.jar", new Jars().withClass("", "com.acme.Api").bytes());
    Path first = jar("b.jar", new Jars().withClass("", "com.acme.Api").bytes());

    assertThat(look(List.of(first, second), "com.acme.Api").found())
        .extracting(ClassFilesProbeTest::place)
        .containsExactly(first.toString(), second.toString());
  }

  @Test
  void aStarStandsForTheJarsOfAFolder() throws Exception {
    jar("lib/b.jar", new Jars().withClass("", "com.acme.B").bytes());
    jar("lib/a.jar", new Jars().withClass("", "com.acme.A").bytes());
    Files.writeString(folder.resolve("lib/readme.txt"), "no jar");

    ClassFilesObservation seen =
        look(List.of(folder.resolve("lib").resolve("*")), "com.acme.A", "com.acme.B");

    assertThat(names(seen)).containsExactly("com.acme.A", "com.acme.B");
    assertThat(seen.jars()).isEqualTo(2);
  }

  @Test
  void theNameInsideTheFileDecides() throws Exception {
    byte[] other = Jars.classFile("com.acme.Other");
    Path jar = jar("app.jar", new Jars().with("com/acme/Api.class", other).bytes());

    ClassFilesObservation seen = look(List.of(jar), "com.acme.Api", "com.acme.Other");

    assertThat(seen.found()).isEmpty();
    assertThat(seen.scanned()).isEqualTo(1);
  }

  @Test
  void onlyAskedClassesAreParsed() throws Exception {
    Path jar =
        jar(
            "app.jar",
            new Jars()
                .with("com/acme/Broken.class", new byte[] {1, 2, 3})
                .withClass("", "com.acme.Api")
                .bytes());

    assertThat(names(look(List.of(jar), "com.acme.Api"))).containsExactly("com.acme.Api");
  }

  @Test
  void namesThatLookAlikeAreOfferedTheSameSimpleNameFirst() throws Exception {
    Path jar =
        jar(
            "app.jar",
            new Jars()
                .withClass("", "com.acme.Managers")
                .withClass("", "com.acme.Manages")
                .withClass("", "com.acme.Menagers")
                .withClass("", "com.acme.core.Manager")
                .withClass("", "com.acme.Unrelated")
                .bytes());

    assertThat(look(List.of(jar), "com.acme.Manager").missing())
        .containsExactly(
            new Missing(
                "com.acme.Manager",
                List.of("com.acme.core.Manager", "com.acme.Managers", "com.acme.Manages"),
                4,
                0));
  }

  @Test
  void aNestedClassWrittenAsInSourceFindsItsBinaryName() throws Exception {
    Path jar = jar("app.jar", new Jars().withClass("", "com.acme.Outer$Inner").bytes());

    assertThat(look(List.of(jar), "com.acme.Outer.Inner").missing())
        .containsExactly(
            new Missing("com.acme.Outer.Inner", List.of("com.acme.Outer$Inner"), 0, 1));
  }

  @Test
  void aLinkThatLeadsBackDoesNotHang() throws Exception {
    Path classes = folder.resolve("classes");
    writeClass(classes, "com.acme.Api");
    Files.createSymbolicLink(classes.resolve("com/acme/again"), classes);

    assertThat(names(look(List.of(classes), "com.acme.Api"))).containsExactly("com.acme.Api");
  }

  @Test
  void linksAreFollowedAsJavaDoes() throws Exception {
    writeClass(folder.resolve("real"), "com.acme.Api");
    Path classes = Files.createDirectory(folder.resolve("classes"));
    Files.createSymbolicLink(classes.resolve("com"), folder.resolve("real/com"));

    assertThat(names(look(List.of(classes), "com.acme.Api"))).containsExactly("com.acme.Api");
  }

  @Test
  void withoutTimeThereIsNoAnswer() throws Exception {
    Path jar = jar("app.jar", new Jars().withClass("", "com.acme.Api").bytes());

    var thrown =
        catchThrowableOfType(
            UnobservedException.class,
            () ->
                new ClassFilesProbe()
                    .observe(request(List.of(jar), "com.acme.Api"), Deadline.in(Duration.ZERO)));

    assertThat(thrown.gap().reason()).isEqualTo(GapReason.TIMED_OUT);
  }

  @Test
  void anInterruptionStopsIt() throws Exception {
    Path jar = jar("app.jar", new Jars().withClass("", "com.acme.Api").bytes());
    Thread.currentThread().interrupt();

    InterruptedException thrown =
        catchThrowableOfType(InterruptedException.class, () -> look(List.of(jar), "com.acme.Api"));

    assertThat(thrown).isNotNull();
  }

  private Path jar(String name, byte[] bytes) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  private static void writeClass(Path root, String name) throws Exception {
    Path file = root.resolve(name.replace('.', '/') + ".class");
    Files.createDirectories(file.getParent());
    Files.write(file, Jars.classFile(name));
  }

  private static ClassFilesRequest request(List<Path> places, String... names) {
    return new ClassFilesRequest(
        places.stream().map(Path::toString).toList(),
        new ClassQuestions(List.of(names), Optional.empty()));
  }

  private static ClassFilesObservation look(List<Path> places, String... names) throws Exception {
    return new ClassFilesProbe().observe(request(places, names), Deadline.in(AMPLE));
  }

  private static String place(Found hit) {
    return hit.spot().place();
  }

  private static List<String> names(ClassFilesObservation seen) {
    return seen.found().stream().map(Found::className).toList();
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}

package dev.stageproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.launcher.Installation.Answer;
import dev.stageproof.launcher.Installation.Started;
import dev.stageproof.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
  private static final String BUILDING = "stageproof: building (first use, about a minute)…\n";
  private static final String PREPARING =
      "stageproof: preparing a faster start (once for this build and Java)…\n";

  @TempDir Path base;
  private Installation installation;

  @BeforeEach
  void install() throws IOException {
    Tools.require("bash");
    installation = new Installation(base);
  }

  @Test
  void javaHomeGoesBeforePath() throws Exception {
    Answer answer = installation.javaOnPath("21.0.1").javaHome("17.0.15").withoutBuilding().run();

    assertThat(answer.out()).startsWith("java: " + base.resolve("jdk-17.0.15/bin/java") + "\n");
    assertThat(answer.exit()).isZero();
  }

  @Test
  void aJavaHomeThatIsTooOldGivesWayToPath() throws Exception {
    Answer answer = installation.javaOnPath("21.0.1").javaHome("11.0.2").withoutBuilding().run();

    assertThat(answer.out()).startsWith("java: " + base.resolve("usr-bin/java") + "\n");
  }

  @Test
  void javaThatIsTooOldIsRefusedWithAllThatWasFound() throws Exception {
    Answer answer = installation.javaOnPath("1.8.0_402").javaHome("11.0.2").run();

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err())
        .isEqualTo(
            """
            stageproof: needs Java 17 or newer. Found:
              JAVA_HOME: %s is Java 11.0.2
              PATH: %s is Java 1.8.0_402
            Install a JDK 17 or newer and set JAVA_HOME to its folder, or put its java on PATH.
            """,
            base.resolve("jdk-11.0.2/bin/java"), base.resolve("usr-bin/java"));
    assertThat(installation.records("builds")).isEmpty();
  }

  @Test
  void noJavaAtAll() throws Exception {
    Answer answer = installation.with("JAVA_HOME", "/nowhere/").run();

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err())
        .isEqualTo(
            """
            stageproof: needs Java 17 or newer. Found:
              JAVA_HOME: there is no program /nowhere/bin/java
              PATH: there is no java
            Install a JDK 17 or newer and set JAVA_HOME to its folder, or put its java on PATH.
            """);
  }

  @Test
  void aJavaWithoutReleaseFileIsAskedForItsVersion() throws Exception {
    Files.delete(installation.jdk("new", "24").resolve("release"));
    Files.delete(installation.jdk("old", "16.0.2").resolve("release"));
    installation.withoutBuilding();

    Answer suitable = installation.with("JAVA_HOME", base.resolve("new").toString()).run();
    Answer refused = installation.with("JAVA_HOME", base.resolve("old").toString()).run();

    assertThat(suitable.exit()).isZero();
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("old/bin/java is Java 16.0.2\n");
  }

  @Test
  void aProgramThatIsNoJavaIsRefused() throws Exception {
    Path odd = installation.jdk("odd", "17");
    Files.delete(odd.resolve("release"));
    Installation.script(odd.resolve("bin/java"), "#!/bin/sh\necho gibberish\nexit 3\n");

    Answer answer = installation.with("JAVA_HOME", odd.toString()).run();

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).contains("odd/bin/java is Java of an unknown version\n");
  }

  @Test
  void theFirstUseBuildsAndPreparesWithOneLineEach() throws Exception {
    Answer answer = installation.javaHome("17.0.15").run("--version");

    assertThat(answer.err()).isEqualTo(BUILDING + PREPARING);
    assertThat(answer.arguments()).containsExactly("<--version>");
    assertThat(installation.records("builds"))
        .containsExactly(
            "-q -B -Dmaven.test.skip=true package, JAVA_HOME=" + base.resolve("jdk-17.0.15"));
    assertThat(installation.home().resolve("target/stageproof.lock")).doesNotExist();
    assertThat(base.resolve("tmp")).isEmptyDirectory();
  }

  @Test
  void theSecondUseDoesNeither() throws Exception {
    installation.javaHome("17.0.15").run();

    Answer answer = installation.run();

    assertThat(answer.err()).isEmpty();
    assertThat(installation.records("builds")).hasSize(1);
    assertThat(installation.records("trainings")).hasSize(1);
  }

  @Test
  void anyNewerSourceIsReasonToBuildAgainButOnlyOnce() throws Exception {
    installation.javaHome("17.0.15").run();
    List<String> sources =
        List.of("pom.xml", "src/main/java/Main.java", "templates", "config/examples/demo.yaml");
    Instant later = Files.getLastModifiedTime(installation.jar()).toInstant();
    for (String source : sources) {
      later = later.plusSeconds(10);
      installation.age("target/stageproof.jar", later.minusSeconds(5));
      installation.age(source, later);

      assertThat(installation.run().err()).startsWith("stageproof: building (the sources have");
      installation.age(source, Instant.EPOCH);
      assertThat(installation.run().err()).isEmpty();
    }
    assertThat(installation.records("builds")).hasSize(1 + sources.size());
  }

  @Test
  void aTestIsNoReasonToBuildAgain() throws Exception {
    installation.javaHome("17.0.15").run();
    Files.createDirectories(installation.home().resolve("src/test"));
    installation.age("src/test", Instant.now().plusSeconds(100));

    assertThat(installation.run().err()).isEmpty();
  }

  @Test
  void aFailedBuildShowsItsOutputAndLeavesNoLock() throws Exception {
    Answer answer = installation.javaHome("17.0.15").with("FAKE_BUILD_FAILS", "1").run();

    assertThat(answer.exit()).isEqualTo(70);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err())
        .isEqualTo(
            BUILDING
                + "[ERROR] no such symbol\n"
                + "stageproof: the build failed; the whole of its output is in "
                + installation.home().resolve("target/stageproof-build.log")
                + "\n");
    assertThat(installation.home().resolve("target/stageproof.lock")).doesNotExist();
  }

  @Test
  void aRuntimeWithoutCompilerCanNotBuild() throws Exception {
    Files.delete(installation.jdk("jre", "17").resolve("bin/javac"));

    Answer answer = installation.with("JAVA_HOME", base.resolve("jre").toString()).run();

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err())
        .isEqualTo(
            "stageproof: has to build, and %s has no compiler; set JAVA_HOME to a JDK 17 or newer.\n",
            base.resolve("jre"));
  }

  @Test
  void twoFirstUsesAtOnceBuildOnce() throws Exception {
    installation.javaHome("17.0.15").with("FAKE_BUILD_SLOW", "1");
    Path launcher = installation.home().resolve("stageproof");

    Started one = installation.start(launcher);
    Started two = installation.start(launcher);

    assertThat(Installation.answerOf(one).exit()).isZero();
    assertThat(Installation.answerOf(two).exit()).isZero();
    assertThat(installation.records("builds")).hasSize(1);
  }

  @Test
  void theLockOfAProcessThatIsGoneDoesNotHold() throws Exception {
    Path lock = installation.home().resolve("target/stageproof.lock");
    Files.createDirectories(lock.getParent());
    Files.createSymbolicLink(lock, Path.of(Long.toString(endedProcess())));

    assertThat(installation.javaHome("17.0.15").run().err()).isEqualTo(BUILDING + PREPARING);
    assertThat(Files.isSymbolicLink(lock)).isFalse();
  }

  @Test
  void noBuildMeansThatNothingIsWritten() throws Exception {
    installation.javaHome("17.0.15").with("STAGEPROOF_NO_BUILD", "1");

    Answer without = installation.run();
    Answer with = installation.withoutBuilding().run();

    assertThat(without.exit()).isEqualTo(70);
    assertThat(without.err())
        .isEqualTo(
            "stageproof: there is no %s, and STAGEPROOF_NO_BUILD forbids to build it.\n",
            installation.jar());
    assertThat(with.exit()).isZero();
    assertThat(with.err()).isEmpty();
    assertThat(installation.records("builds")).isEmpty();
    assertThat(installation.archives()).isEmpty();
  }

  @Test
  void withoutSourcesTheJarIsWhatItIs() throws Exception {
    Files.delete(installation.home().resolve("pom.xml"));
    installation.javaHome("17.0.15");

    Answer without = installation.run();
    Answer with = installation.withoutBuilding().run();

    assertThat(without.exit()).isEqualTo(70);
    assertThat(without.err())
        .isEqualTo(
            "stageproof: there is neither %s nor a pom.xml to build it from; install it again.\n",
            installation.jar());
    assertThat(with.exit()).isZero();
  }

  @Test
  void argumentsPassUnchanged() throws Exception {
    Answer answer =
        installation
            .javaHome("17.0.15")
            .run("two words", "*", "$HOME", "", "--var", "a=\"b\" 'c'", "\\n", "ünï…", "-jar");

    assertThat(answer.arguments())
        .containsExactly(
            "<two words>",
            "<*>",
            "<$HOME>",
            "<>",
            "<--var>",
            "<a=\"b\" 'c'>",
            "<\\n>",
            "<ünï…>",
            "<-jar>");
  }

  @Test
  void noArgumentsStayNone() throws Exception {
    assertThat(installation.javaHome("17.0.15").run().arguments()).isEmpty();
  }

  @Test
  void theExitCodeAndStdinPass() throws Exception {
    installation.javaHome("17.0.15").with("FAKE_EXIT", "3").with("FAKE_STDIN", "1");

    Answer answer = installation.run("validate");

    assertThat(answer.exit()).isEqualTo(3);
    assertThat(answer.out()).endsWith("<validate>\nfrom stdin\n");
  }

  @Test
  void aChainOfLinksLeadsHome() throws Exception {
    Path bin = Files.createDirectories(base.resolve("my bin"));
    Path absolute =
        Files.createSymbolicLink(
            bin.resolve("absolute"), installation.home().resolve("stageproof"));
    Path relative = Files.createSymbolicLink(bin.resolve("relative"), Path.of("absolute"));

    Answer answer = installation.javaHome("17.0.15").runAs(relative);

    assertThat(absolute).isSymbolicLink();
    assertThat(answer.words())
        .contains(
            "<-Dstageproof.home=" + installation.home().toRealPath() + ">",
            "<" + installation.home().toRealPath().resolve("target/stageproof.jar") + ">");
  }

  @Test
  void thePlainLocaleChangesNothing() throws Exception {
    Answer answer = installation.javaHome("17.0.15").with("LC_ALL", "C").run("ünï…");

    assertThat(answer.err()).isEqualTo(BUILDING + PREPARING);
    assertThat(answer.arguments()).containsExactly("<ünï…>");
    assertThat(answer.words()).contains("<-Dfile.encoding=UTF-8>");
  }

  @Test
  void newerJavasAreToldNotToWarn() throws Exception {
    List<String> quiet =
        List.of("<--enable-native-access=ALL-UNNAMED>", "<--sun-misc-unsafe-memory-access=allow>");
    installation.withoutBuilding();

    assertThat(installation.javaHome("25").run().words()).containsAll(quiet);
    assertThat(installation.javaHome("23.0.1").run().words()).doesNotContainAnyElementsOf(quiet);
  }

  @Test
  void ownJvmOptionsGoOverTheChosenOnes() throws Exception {
    installation.javaHome("17.0.15").with("STAGEPROOF_JAVA_OPTS", "-Xmx1g  -Dglob=* ");

    List<String> words = installation.run().words();

    assertThat(words).containsSubsequence("<-Xmx256m>", "<-Xmx1g>", "<-Dglob=*>", "<-jar>");
    assertThat(words).contains("<-XX:+UseSerialGC>");
  }

  @Test
  void anOwnCollectorReplacesTheChosenOne() throws Exception {
    installation.javaHome("17.0.15").with("STAGEPROOF_JAVA_OPTS", "-XX:+UseParallelGC");

    assertThat(installation.run().words())
        .contains("<-XX:+UseParallelGC>")
        .doesNotContain("<-XX:+UseSerialGC>");
  }

  @Test
  void theArchiveIsTrainedByADemoAndUsed() throws Exception {
    Answer answer = installation.javaHome("17.0.15").run("validate");

    String archive = installation.archives().get(0);
    Path file = installation.home().toRealPath().resolve("target/cds").resolve(archive);
    assertThat(installation.archives()).hasSize(1);
    assertThat(answer.words()).contains("<-XX:SharedArchiveFile=" + file + ">");
    assertThat(installation.records("trainings"))
        .singleElement()
        .asString()
        .endsWith("stageproof.jar demo --quiet -o json=training.json --color=never");
  }

  @Test
  void aTrainingThatFailsIsNotTriedAgain() throws Exception {
    installation.javaHome("17.0.15").with("FAKE_NO_ARCHIVE", "1");

    Answer first = installation.run("validate");
    Answer second = installation.run("validate");

    assertThat(first.exit()).isZero();
    assertThat(first.words()).noneMatch(word -> word.contains("SharedArchiveFile"));
    assertThat(second.err()).isEmpty();
    assertThat(installation.records("trainings")).hasSize(1);
    assertThat(installation.archives()).singleElement().asString().endsWith(".jsa.failed");
  }

  @Test
  void eachJavaHasItsArchiveAndANewJarEndsTheOldOnes() throws Exception {
    installation.javaHome("17.0.15").run();
    installation.javaHome("25.0.1").run();
    List<String> before = installation.archives();

    Files.writeString(installation.jar(), "a jar of another length");
    installation.run();

    assertThat(before).hasSize(2);
    assertThat(installation.archives()).hasSize(1).doesNotContainAnyElementsOf(before);
  }

  private static long endedProcess() throws IOException, InterruptedException {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    return process.pid();
  }
}

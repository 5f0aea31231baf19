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

/** When the launcher builds, and what it says then. */
class BuildOnUseTest {
  @TempDir Path base;
  private Installation installation;

  @BeforeEach
  void install() throws IOException {
    Tools.require("bash");
    installation = new Installation(base);
  }

  @Test
  void theFirstUseBuildsAndPreparesWithOneLineEach() throws Exception {
    Answer answer = installation.javaHome("17.0.15").run("--version");

    assertThat(answer.err()).isEqualTo(Installation.BUILDING + Installation.PREPARING);
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
    assertThat(installation.records("trainings")).hasSize(2);
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
  void aBuildThatHadNothingToDoIsNotRepeated() throws Exception {
    installation.javaHome("17.0.15").withoutBuilding().with("FAKE_BUILD_LEAVES_JAR", "1");
    installation.age("target/stageproof.jar", Instant.EPOCH);

    assertThat(installation.run().err()).startsWith("stageproof: building (the sources have");
    assertThat(installation.run().err()).isEmpty();
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
            Installation.BUILDING
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

    assertThat(installation.javaHome("17.0.15").run().err())
        .isEqualTo(Installation.BUILDING + Installation.PREPARING);
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

  private static long endedProcess() throws IOException, InterruptedException {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    return process.pid();
  }
}

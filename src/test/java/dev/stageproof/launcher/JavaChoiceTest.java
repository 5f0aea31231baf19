package dev.stageproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.launcher.Installation.Answer;
import dev.stageproof.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which Java the launcher takes, and how it is asked for. */
class JavaChoiceTest {
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
    Fakes.script(odd.resolve("bin/java"), "#!/bin/sh\necho gibberish\nexit 3\n");

    Answer answer = installation.with("JAVA_HOME", odd.toString()).run();

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).contains("odd/bin/java is Java of an unknown version\n");
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
}

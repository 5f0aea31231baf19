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

/** The archive of loaded classes: made once, used from then on. */
class ClassArchiveTest {
  @TempDir Path base;
  private Installation installation;

  @BeforeEach
  void install() throws IOException {
    Tools.require("bash");
    installation = new Installation(base);
  }

  @Test
  void theArchiveIsMadeOfADemoAndAnExportAndUsed() throws Exception {
    Answer answer = installation.javaHome("17.0.15").run("validate");

    String archive = installation.archives().get(0);
    Path home = installation.home().toRealPath();
    Path file = home.resolve("target/cds").resolve(archive);
    assertThat(installation.archives()).hasSize(1);
    assertThat(answer.words()).contains("<-XX:SharedArchiveFile=" + file + ">");
    assertThat(installation.records("trainings"))
        .satisfiesExactly(
            demo ->
                assertThat(demo)
                    .endsWith("stageproof.jar demo --quiet -o json=demo.json --color=never"),
            export ->
                assertThat(export)
                    .endsWith(
                        "stageproof.jar validate -c "
                            + home.resolve("config/examples/log-file.yaml")
                            + " --quiet -o json=export.json --color=never"));
    assertThat(file).content().isEqualTo("Base\ndemo.classes\nexport.classes\n");
  }

  @Test
  void aJavaThatWasReplacedHasNoArchive() throws Exception {
    installation.javaHome("17.0.15").run();
    Path release = base.resolve("jdk-17.0.15/release");
    Files.writeString(release, Files.readString(release) + "SOURCE=\"another\"\n");

    Answer forbidden = installation.with("STAGEPROOF_NO_BUILD", "1").run();
    Answer allowed = installation.with("STAGEPROOF_NO_BUILD", "").run();

    assertThat(forbidden.words()).noneMatch(word -> word.contains("SharedArchiveFile"));
    assertThat(allowed.err()).isEqualTo(Installation.PREPARING);
    assertThat(allowed.words()).anyMatch(word -> word.contains("SharedArchiveFile"));
  }

  /** Those places are known up to here only, and an unknown flag stops the JVM. */
  @Test
  void theArchiveStaysAtItsPlaceWhereThatIsKnownToWork() throws Exception {
    String flag = "<-XX:ArchiveRelocationMode=0>";
    installation.withoutBuilding();

    assertThat(installation.javaHome("25.0.1").run().words()).contains(flag);
    assertThat(installation.javaHome("26").run().words()).doesNotContain(flag);
  }

  @Test
  void aTrainingThatFailsIsNotTriedAgain() throws Exception {
    installation.javaHome("17.0.15").with("FAKE_NO_ARCHIVE", "1");

    Answer first = installation.run("validate");
    Answer second = installation.run("validate");

    assertThat(first.exit()).isZero();
    assertThat(first.words()).noneMatch(word -> word.contains("SharedArchiveFile"));
    assertThat(second.err()).isEmpty();
    assertThat(installation.records("trainings")).hasSize(2);
    assertThat(installation.archives()).singleElement().asString().endsWith(".jsa.failed");
  }

  @Test
  void aTrainingThatIsInterruptedLeavesNothing() throws Exception {
    installation.javaHome("17.0.15").withoutBuilding().with("FAKE_SLOW_TRAINING", "1");
    Started started = installation.start(installation.home().resolve("stageproof"));
    installation.awaitRecord("trainings", started);

    started.process().destroy();

    assertThat(Installation.answerOf(started).exit()).isEqualTo(143);
    assertThat(installation.archives()).isEmpty();
    assertThat(installation.home().resolve("target/stageproof.lock")).doesNotExist();
    assertThat(base.resolve("tmp")).isEmptyDirectory();
  }

  @Test
  void eachJavaHasItsArchiveAndANewJarEndsTheOldOnes() throws Exception {
    installation.javaHome("17.0.15").run();
    installation.javaHome("25.0.1").run();
    List<String> before = installation.archives();

    for (String archive : before) {
      installation.age("target/cds/" + archive, Instant.EPOCH);
    }
    Answer answer = installation.run();

    assertThat(before).hasSize(2);
    assertThat(installation.archives()).containsExactly(before.get(1));
    assertThat(installation.records("trainings")).hasSize(6);
    assertThat(answer.words()).anyMatch(word -> word.endsWith(before.get(1) + ">"));
  }
}

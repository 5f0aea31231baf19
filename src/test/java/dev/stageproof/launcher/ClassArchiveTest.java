package dev.stageproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.launcher.Installation.Answer;
import dev.stageproof.launcher.Installation.Started;
import dev.stageproof.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    Files.writeString(installation.jar(), "a jar of another length");
    installation.run();

    assertThat(before).hasSize(2);
    assertThat(installation.archives()).hasSize(1).doesNotContainAnyElementsOf(before);
  }
}

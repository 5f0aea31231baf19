package dev.stageproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.launcher.Installation.Answer;
import dev.stageproof.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes through the launcher unchanged. */
class LauncherTest {
  @TempDir Path base;
  private Installation installation;

  @BeforeEach
  void install() throws IOException {
    Tools.require("bash");
    installation = new Installation(base);
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

    assertThat(answer.err()).isEqualTo(Installation.BUILDING + Installation.PREPARING);
    assertThat(answer.arguments()).containsExactly("<ünï…>");
    assertThat(answer.words()).contains("<-Dfile.encoding=UTF-8>");
  }
}

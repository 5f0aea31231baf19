package dev.stageproof.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.testing.Tools;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShellTest {
  private static final List<String> HOSTILE =
      List.of("plain", "it's $HOME", "", "a\nb", "*", "`id`", "\"q\"", "--x=\\", "ü");

  @Test
  void aPlainWordStandsAsItIs() {
    assertThat(Shell.word("--since=30m")).isEqualTo("--since=30m");
  }

  @Test
  void aQuoteInAWordIsEscaped() {
    assertThat(Shell.command(List.of("echo", "it's"))).isEqualTo("echo 'it'\\''s'");
  }

  @Test
  void everyWordArrivesExactlyAsGiven() throws Exception {
    Tools.require("sh");
    String command = "printf '%s\\0' " + Shell.command(HOSTILE);
    Process shell = new ProcessBuilder("sh", "-c", command).start();

    String words = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(words).isEqualTo(String.join("\0", HOSTILE) + "\0");
  }
}

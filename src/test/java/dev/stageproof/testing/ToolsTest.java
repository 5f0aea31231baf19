package dev.stageproof.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolsTest {
  @TempDir Path folder;

  @Test
  void aProgramOnPathIsEnough() throws IOException {
    program(true);
    String path = folder.resolve("none") + File.pathSeparator + folder;

    assertThatCode(() -> Tools.require("tool", Map.of("PATH", path, Tools.STRICT, "1")))
        .doesNotThrowAnyException();
  }

  @Test
  void aMissingProgramSkipsTheTest() {
    assertThatThrownBy(() -> Tools.require("tool", Map.of("PATH", folder.toString())))
        .matches(ToolsTest::skips, "skips the test")
        .hasMessageContaining("needs the program tool, which is not on PATH");
  }

  @Test
  void aMissingProgramFailsTheTestWhereToolsAreRequired() {
    assertThatThrownBy(
            () -> Tools.require("tool", Map.of("PATH", folder.toString(), Tools.STRICT, "1")))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "needs the program tool, which is not on PATH;"
                + " install it, or unset STAGEPROOF_REQUIRE_TOOLS to skip the test");
  }

  @Test
  void aToleratedProgramSkipsTheTestEvenWhereToolsAreRequired() {
    Map<String, String> environment =
        Map.of("PATH", folder.toString(), Tools.STRICT, "1", Tools.TOLERATED, "other tool");

    assertThatThrownBy(() -> Tools.require("tool", environment))
        .matches(ToolsTest::skips, "skips the test");
  }

  @Test
  void aFileThatCanNotBeRunIsNoProgram() throws IOException {
    program(false);

    assertThatThrownBy(() -> Tools.require("tool", Map.of("PATH", folder.toString())))
        .matches(ToolsTest::skips, "skips the test");
  }

  @Test
  void aFileOfAnNpmPackageIsFoundByNodePath() throws IOException {
    Path file = Files.createDirectories(folder.resolve("axe-core")).resolve("axe.js");
    Files.writeString(file, "");
    String path = folder.resolve("none") + File.pathSeparator + folder;

    assertThat(Tools.requireNodeFile("axe-core/axe.js", Map.of("NODE_PATH", path))).isEqualTo(file);
    assertThatThrownBy(() -> Tools.requireNodeFile("axe-core/axe.js", Map.of()))
        .matches(ToolsTest::skips, "skips the test");
    assertThatThrownBy(
            () ->
                Tools.requireNodeFile(
                    "axe-core/x.js", Map.of("NODE_PATH", path, Tools.STRICT, "1")))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "needs the npm package's file axe-core/x.js, which NODE_PATH does not lead to;"
                + " install it, or unset STAGEPROOF_REQUIRE_TOOLS to skip the test");
  }

  /** JUnit's own exception, by name: its library is not a direct dependency. */
  private static boolean skips(Throwable thrown) {
    return thrown.getClass().getSimpleName().equals("TestAbortedException");
  }

  private void program(boolean executable) throws IOException {
    Path tool = Files.writeString(folder.resolve("tool"), "#!/bin/sh\n");
    if (executable && !tool.toFile().setExecutable(true)) {
      throw new IOException("can't make " + tool + " executable");
    }
  }
}

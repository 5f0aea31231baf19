package dev.stageproof.probes.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.model.GapReason;
import dev.stageproof.observe.PresenceRequest;
import dev.stageproof.observe.PresenceRequest.Kind;
import dev.stageproof.probes.Deadline;
import dev.stageproof.spi.UnobservedException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and programs are found where a shell would find them. */
class PresenceProbeTest {
  @TempDir private Path folder;
  private Path program;

  @BeforeEach
  void install() throws Exception {
    program = Files.createFile(Files.createDirectories(folder.resolve("bin")).resolve("tool"));
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void aProgramIsFoundInTheFirstFolderThatHasIt() throws Exception {
    Files.createDirectories(folder.resolve("first/tool"));

    assertThat(look(Kind.PROGRAM, "tool")).isEqualTo(program.toString());
  }

  @Test
  void aNameWithASlashIsMeantFromTheDirectory() throws Exception {
    assertThat(look(Kind.PROGRAM, "bin/tool")).isEqualTo(program.toString());
  }

  @Test
  void aFileThatCanNotBeRunIsNoProgram() throws Exception {
    Files.createFile(folder.resolve("bin/text"));

    assertMissing(Kind.PROGRAM, "text", GapReason.NOT_INSTALLED, "no such program in PATH");
  }

  @Test
  void aFileThatIsNotThereIsMissing() {
    assertMissing(
        Kind.FILE,
        folder.resolve("export.json").toString(),
        GapReason.NOT_FOUND,
        "it is not there, or may not be read");
  }

  @Test
  void aFolderCanBeReadToo() throws Exception {
    assertThat(look(Kind.FILE, folder.toString())).isEqualTo(folder.toString());
  }

  private void assertMissing(Kind kind, String name, GapReason reason, String message) {
    assertThatThrownBy(() -> look(kind, name))
        .isInstanceOfSatisfying(
            UnobservedException.class,
            e -> {
              assertThat(e.gap().reason()).isEqualTo(reason);
              assertThat(e.gap().message()).isEqualTo(message);
            });
  }

  private String look(Kind kind, String name) throws Exception {
    String path = folder.resolve("first") + File.pathSeparator + folder.resolve("bin");
    try (PresenceProbe probe = new PresenceProbe(path)) {
      return probe
          .observe(
              new PresenceRequest(kind, name, folder.toString()),
              Deadline.in(Duration.ofSeconds(5)))
          .path();
    }
  }
}

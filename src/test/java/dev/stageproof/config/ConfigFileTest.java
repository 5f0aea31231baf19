package dev.stageproof.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {

  private static final String START =
      "`stageproof demo` shows a run without one; config/examples holds some to start from";

  @TempDir Path folder;

  private String shown(Path file) {
    return catchThrowableOfType(ConfigException.class, () -> Reading.reader(Map.of()).read(file))
        .render();
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  @Test
  void readsAFileWithAByteOrderMark() throws IOException, ConfigException {
    Path file = write("a.yaml", ("\uFEFF" + Reading.ping()).getBytes(StandardCharsets.UTF_8));

    assertThat(Reading.reader(Map.of()).read(file).checks()).hasSize(1);
  }

  @Test
  void aMissingFileNamesItsNearestNeighbour() throws IOException {
    write("staging.yaml", new byte[0]);
    Path file = folder.resolve("stagng.yaml");

    assertThat(shown(file))
        .isEqualTo(file + ": there is no such file\n  = did you mean `staging.yaml`?\n");
  }

  @Test
  void aMissingFileNamesTheYamlFilesBesideIt() throws IOException {
    write("one.yaml", new byte[0]);
    write("two.yml", new byte[0]);
    write("three.txt", new byte[0]);
    Path file = folder.resolve("production.yaml");

    assertThat(shown(file))
        .isEqualTo(
            file
                + ": there is no such file\n  = in this folder: one.yaml, two.yml; "
                + START
                + "\n");
  }

  @Test
  void aMissingFileInAnEmptyFolderSaysHowToStart() {
    Path file = folder.resolve("a.yaml");

    assertThat(shown(file)).isEqualTo(file + ": there is no such file\n  = " + START + "\n");
  }

  @Test
  void aMissingFolderIsSaid() {
    Path file = folder.resolve("none").resolve("a.yaml");

    assertThat(shown(file))
        .isEqualTo(file + ": there is no such file, nor its folder\n  = " + START + "\n");
  }

  @Test
  void aFolderIsNoFile() throws IOException {
    write("one.yaml", new byte[0]);

    assertThat(shown(folder))
        .isEqualTo(
            folder
                + ": this is a folder, not a file\n  = in this folder: one.yaml; "
                + START
                + "\n");
  }

  @Test
  void aFileThatMayNotBeReadIsSaid() throws IOException {
    Path file = write("a.yaml", new byte[0]);
    Files.setPosixFilePermissions(file, Set.of());
    assumeFalse(Files.isReadable(file), "this user may read everything");

    assertThat(shown(file))
        .isEqualTo(
            file + ": the file may not be read\n  = look at its permissions: ls -l " + file + "\n");
  }

  @Test
  void anEmptyFileSaysHowToStart() throws IOException {
    Path file = write("a.yaml", new byte[0]);

    assertThat(shown(file)).isEqualTo(file + ": the file holds no settings\n  = " + START + "\n");
  }

  @Test
  void aFileWithNulBytesIsBinary() throws IOException {
    Path file = write("a.yaml", new byte[] {'a', 0, 'b'});

    assertThat(shown(file))
        .isEqualTo(
            file
                + ": the file is binary\n"
                + "  = a configuration is YAML in UTF-8; name another file\n");
  }

  @Test
  void aFileInAnotherEncodingIsNotText() throws IOException {
    Path file = write("a.yaml", "ä: 1".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(shown(file))
        .isEqualTo(
            file
                + ": the file is not UTF-8 text\n"
                + "  = save it as UTF-8, or name another file\n");
  }

  @Test
  void aFileThatIsTooLargeIsNotReadWhole() throws IOException {
    Path file = write("a.yaml", new byte[ConfigFile.MOST_BYTES + 1]);

    assertThat(shown(file))
        .isEqualTo(
            file
                + ": the file is larger than 1 MiB\n"
                + "  = a configuration is small; is this the right file?\n");
  }
}

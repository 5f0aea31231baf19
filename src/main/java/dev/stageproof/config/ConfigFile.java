package dev.stageproof.config;

import dev.stageproof.shape.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Gets the text of a configuration file, or says in one line why that can't be done. */
final class ConfigFile {

  /** A configuration written by hand is far smaller. */
  static final int MOST_BYTES = 1024 * 1024;

  private static final int MOST_NEIGHBOURS = 1000;

  /** The next step of somebody who has no configuration yet. */
  static final String START =
      "`stageproof demo` shows a run without one; config/examples holds some to start from";

  private final Path file;
  private final String name;

  ConfigFile(Path file) {
    this.file = file;
    this.name = file.toString();
  }

  String text() throws ConfigException {
    if (Files.isDirectory(file)) {
      throw problem("this is a folder, not a file", neighbours(file, "").orElse(START));
    }
    byte[] bytes = bytes();
    if (bytes.length > MOST_BYTES) {
      throw problem(
          "the file is larger than 1 MiB", "a configuration is small; is this the right file?");
    }
    return decoded(bytes);
  }

  private byte[] bytes() throws ConfigException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MOST_BYTES + 1);
    } catch (NoSuchFileException e) {
      throw missing();
    } catch (AccessDeniedException e) {
      throw problem("the file may not be read", "look at its permissions: ls -l " + name);
    } catch (IOException e) {
      throw problem("the file can't be read: " + e.getMessage(), "look at it with: ls -l " + name);
    }
  }

  private ConfigException missing() {
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    if (!Files.isDirectory(folder)) {
      return problem("there is no such file, nor its folder", START);
    }
    String wanted = String.valueOf(file.getFileName());
    return problem("there is no such file", neighbours(folder, wanted).orElse(START));
  }

  /** What to name instead: the nearest file of the folder, else its YAML files. */
  private static Optional<String> neighbours(Path folder, String wanted) {
    try (Stream<Path> paths = Files.list(folder)) {
      List<String> names =
          paths
              .limit(MOST_NEIGHBOURS)
              .filter(Files::isRegularFile)
              .map(path -> String.valueOf(path.getFileName()))
              .sorted()
              .toList();
      List<String> yaml = names.stream().filter(ConfigFile::isYaml).toList();
      return Nearest.to(wanted, names)
          .map(near -> "did you mean `" + near + "`?")
          .or(() -> Optional.of(yaml).filter(List::isEmpty).map(none -> START))
          .or(() -> Optional.of("in this folder: " + Nearest.list(yaml) + "; " + START));
    } catch (IOException unlisted) {
      // The folder only serves a hint; without it the general one is given.
      return Optional.empty();
    }
  }

  private static boolean isYaml(String name) {
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private String decoded(byte[] bytes) throws ConfigException {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      if (text.indexOf('\0') < 0) {
        return text;
      }
    } catch (CharacterCodingException e) {
      throw problem("the file is not UTF-8 text", "save it as UTF-8, or name another file");
    }
    throw problem("the file is binary", "a configuration is YAML in UTF-8; name another file");
  }

  private ConfigException problem(String message, String hint) {
    return new ConfigException(List.of(Problem.ofFile(name, message, hint)));
  }
}

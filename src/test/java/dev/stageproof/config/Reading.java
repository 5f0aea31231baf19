package dev.stageproof.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stageproof.samples.GrepType;
import dev.stageproof.samples.PingType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads configurations of the sample check types. */
final class Reading {
  private Reading() {}

  static ConfigReader reader(Map<String, String> variables) {
    return new ConfigReader(
        List.of(new PingType(), new GrepType()), name -> Optional.ofNullable(variables.get(name)));
  }

  static RunConfig of(String yaml) throws ConfigException {
    return reader(Map.of()).read("c.yaml", yaml);
  }

  static ConfigException problemsOf(String yaml) {
    return problemsOf(yaml, "c.yaml");
  }

  static ConfigException problemsOf(String yaml, String file) {
    return problemsOf(reader(Map.of()), yaml, file);
  }

  static ConfigException problemsOf(ConfigReader reader, String yaml, String file) {
    return catchThrowableOfType(ConfigException.class, () -> reader.read(file, yaml));
  }

  /** What is shown for a configuration whose other parts are right. */
  static String shown(String yaml) {
    return problemsOf(yaml).render();
  }

  /** A right configuration with one check of type ping, followed by more lines of that check. */
  static String ping(String... more) {
    return """
        version: 1
        checks:
          - id: a
            type: ping
            path: /a
        """
        + String.join("", List.of(more).stream().map(line -> "    " + line + "\n").toList());
  }

  /** A right configuration, followed by more lines at the top level. */
  static String root(String... more) {
    return ping() + String.join("\n", more) + "\n";
  }

  static String resource(String name) {
    try (InputStream in = Reading.class.getResourceAsStream(name)) {
      return in == null ? "" : new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}

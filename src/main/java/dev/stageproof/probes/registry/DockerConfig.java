package dev.stageproof.probes.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.ImageReference;
import dev.stageproof.probes.registry.Credentials.Known;
import dev.stageproof.probes.registry.Credentials.Login;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code docker login} has left in its configuration file. Only credentials that stand in the
 * file itself are used; helper programs are not run.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/login/">docker login</a>
 */
record DockerConfig(Path file) {

  /** The name that Docker Hub has had in the file from its beginning. */
  private static final String DOCKER_HUB = "index.docker.io";

  private static final int SIZE_LIMIT = 1 << 20;
  private static final JsonMapper JSON = new JsonMapper();

  /** The file that the environment names. */
  static DockerConfig of(Map<String, String> environment, String home) {
    String folder = environment.getOrDefault("DOCKER_CONFIG", "");
    Path place = folder.isEmpty() ? Path.of(home, ".docker") : Path.of(folder);
    return new DockerConfig(place.resolve("config.json"));
  }

  Known of(ImageReference image) {
    try (InputStream input = Files.newInputStream(file)) {
      JsonNode auths = JSON.readTree(input.readNBytes(SIZE_LIMIT)).path("auths");
      return new Known(login(auths, image.host()), Optional.empty());
    } catch (NoSuchFileException e) {
      return new Known(Optional.empty(), Optional.empty());
    } catch (IOException | IllegalArgumentException e) {
      return new Known(Optional.empty(), Optional.of(unreadable()));
    }
  }

  private static Optional<Login> login(JsonNode auths, String host) {
    for (Map.Entry<String, JsonNode> entry : auths.properties()) {
      if (host(entry.getKey()).equals(host)) {
        return login(entry.getValue());
      }
    }
    return Optional.empty();
  }

  /** Keys are hosts, or addresses with a scheme and a path. */
  private static String host(String key) {
    String host = key.replaceFirst("^https?://", "").replaceFirst("/.*$", "");
    return host.equals(DOCKER_HUB) ? "docker.io" : host;
  }

  private static Optional<Login> login(JsonNode entry) {
    String auth = entry.path("auth").asText();
    String plain =
        auth.isEmpty()
            ? entry.path("username").asText() + ":" + entry.path("password").asText()
            : new String(Base64.getDecoder().decode(auth), StandardCharsets.UTF_8);
    int colon = plain.indexOf(':');
    boolean complete = colon > 0 && colon < plain.length() - 1;
    return complete
        ? Optional.of(
            new Login(plain.substring(0, colon), plain.substring(colon + 1), Optional.empty()))
        : Optional.empty();
  }

  /** Says nothing of what stands in the file. */
  private Gap unreadable() {
    return Gap.of(
        GapReason.MALFORMED,
        "the credentials in " + file + " can't be read",
        "mend the file, or run `docker login` again");
  }
}

package dev.stageproof.probes.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stageproof.observe.ImageReference;
import dev.stageproof.probes.registry.Credentials.Known;
import dev.stageproof.probes.registry.Credentials.Login;
import dev.stageproof.probes.registry.Transport.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Turns what is known of a registry into the header that it wants.
 *
 * @param registry where the registry itself is asked
 */
record Tokens(ImageReference image, HttpUrl registry, Known known) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int OK = 200;

  /** User and password as a header; empty when none are known. */
  Optional<String> basic() {
    return known.login().map(Tokens::basic);
  }

  private static String basic(Login login) {
    return okhttp3.Credentials.basic(login.user(), login.password(), StandardCharsets.UTF_8);
  }

  /** The question for a token; without credentials where the place is not to see them. */
  Request request(Challenge.Bearer challenge) {
    Request.Builder request = new Request.Builder().url(challenge.tokenFor(image.repository()));
    known
        .login()
        .filter(login -> mayBeShown(login, challenge.realm()))
        .ifPresent(login -> request.header("Authorization", basic(login)));
    return request.build();
  }

  /** A registry may name any place for tokens; a password never goes there in plain text. */
  private boolean mayBeShown(Login login, HttpUrl realm) {
    boolean own = realm.host().equals(registry.host()) && realm.port() == registry.port();
    boolean closed = realm.isHttps() || (own && image.loopback());
    return closed && login.issuer().map(host -> own).orElse(true);
  }

  /** The token that came, as a header; empty when none did. */
  Optional<String> read(Answer answer) throws IOException {
    if (answer.status() != OK) {
      return Optional.empty();
    }
    JsonNode tree = JSON.readTree(answer.body().readByteArray());
    String token = tree.path("token").asText(tree.path("access_token").asText());
    return token.isEmpty() ? Optional.empty() : Optional.of("Bearer " + token);
  }
}

package dev.stageproof.spi;

import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.Secret;
import dev.stageproof.model.ShortForm;
import java.util.Optional;

/**
 * How a request proves who sends it, as it is configured.
 *
 * @param audience only with an identity token
 * @param impersonate only with an identity token
 * @param token with a bearer token, and only then
 */
@Doc(
    "How requests prove who sends them. What is sent goes to the address that it is meant for and"
        + " to no other host, nor along with a redirect to one, and never unencrypted but to this"
        + " machine itself.")
@ShortForm("type")
public record Auth(
    @Doc("What is sent.") Type type,
    @Doc(
            value =
                "With `id-token`: whom the token is made out to; by default the service's own"
                    + " address, which goes for the addresses of its tags as well.",
            example = "https://backend.example.com")
        Optional<String> audience,
    @Doc(
            value =
                "With `id-token`: the service account in whose name the token is made. A user's own"
                    + " credentials can't make one; they need"
                    + " roles/iam.serviceAccountOpenIdTokenCreator on this account.",
            example = "prober@acme-staging.iam.gserviceaccount.com")
        Optional<String> impersonate,
    @Doc(
            value = "With `bearer`: the token; it is redacted in every output.",
            example = "${SERVICE_TOKEN}")
        Optional<Secret> token) {

  /** What is sent. */
  public enum Type {
    @Doc("Nothing.")
    NONE,
    @Doc(
        "An identity token of Google's, as a private Cloud Run service asks for: from Application"
            + " Default Credentials (a service account, the metadata server, an impersonated"
            + " account).")
    ID_TOKEN,
    @Doc("The `token` as it is.")
    BEARER
  }

  public Auth {
    requireWith(Type.ID_TOKEN, "audience", type, audience);
    requireWith(Type.ID_TOKEN, "impersonate", type, impersonate);
    requireWith(Type.BEARER, "token", type, token);
    if (type == Type.BEARER && token.isEmpty()) {
      throw new InvalidSetting("type", "`type: bearer` needs a `token: ${SERVICE_TOKEN}`");
    }
    if (impersonate.filter(account -> !account.contains("@")).isPresent()) {
      throw new InvalidSetting(
          "impersonate", "`impersonate` is a service account's e-mail address");
    }
  }

  /** Nothing is sent. */
  public static Auth none() {
    return new Auth(Type.NONE, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static void requireWith(Type needed, String key, Type type, Optional<?> value) {
    if (value.isPresent() && type != needed) {
      String word = needed == Type.ID_TOKEN ? "id-token" : "bearer";
      throw new InvalidSetting(key, "`" + key + "` goes with `type: " + word + "`");
    }
  }
}

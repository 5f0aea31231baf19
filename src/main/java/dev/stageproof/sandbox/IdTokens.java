package dev.stageproof.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;

/**
 * Identity tokens like Google's, signed with a key that lives as long as this. Safe for use by many
 * threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519">RFC 7519, JSON Web Token</a>
 */
final class IdTokens {
  /** As long as Google's are good. */
  static final Duration GOOD_FOR = Duration.ofHours(1);

  private static final String ALGORITHM = "SHA256withRSA";
  private static final int KEY_BITS = 2048;
  private static final int PARTS = 3;
  private static final JsonMapper JSON = new JsonMapper();

  private final Clock clock;
  private final String email;
  private final KeyPair keys;

  /**
   * @param email of the account that every token names
   */
  IdTokens(Clock clock, String email) {
    this.clock = clock;
    this.email = email;
    this.keys = keys();
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(KEY_BITS);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no RSA", e);
    }
  }

  String email() {
    return email;
  }

  /**
   * A token that is good for an hour from now.
   *
   * @param full whether it names the account's e-mail address
   */
  String make(String audience, boolean full) {
    String id = Names.number(email);
    long now = clock.instant().getEpochSecond();
    ObjectNode claims = JSON.createObjectNode();
    claims.put("iss", "https://accounts.google.com").put("aud", audience);
    claims.put("azp", id).put("sub", id);
    claims.put("iat", now).put("exp", now + GOOD_FOR.toSeconds());
    if (full) {
      claims.put("email", email).put("email_verified", true);
    }
    ObjectNode head = JSON.createObjectNode().put("alg", "RS256");
    head.put("kid", Names.uid("key of " + email)).put("typ", "JWT");
    String signed = base64(head.toString()) + "." + base64(claims.toString());
    return signed + "." + base64(signature(signed));
  }

  /** Whether a token is ours, made out to one of these, and not expired. */
  boolean isGood(String token, Set<String> audiences) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != PARTS) {
      return false;
    }
    try {
      if (!verified(parts[0] + "." + parts[1], decoded(parts[2]))) {
        return false;
      }
      JsonNode claims = JSON.readTree(new String(decoded(parts[1]), UTF_8));
      return audiences.contains(claims.path("aud").asText())
          && claims.path("exp").asLong() > clock.instant().getEpochSecond();
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return false;
    }
  }

  private byte[] signature(String text) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(keys.getPrivate());
      signature.update(text.getBytes(US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("can't sign a token", e);
    }
  }

  private boolean verified(String text, byte[] mark) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(keys.getPublic());
      signature.update(text.getBytes(US_ASCII));
      return signature.verify(mark);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static String base64(String text) {
    return base64(text.getBytes(UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] decoded(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}

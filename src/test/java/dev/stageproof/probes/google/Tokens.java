package dev.stageproof.probes.google;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** JSON Web Tokens as Google makes them, but for the signature. */
public final class Tokens {
  private Tokens() {}

  /** A token for an audience; the same for the same. */
  public static String of(String audience, Instant expiry) {
    return part("{\"alg\":\"RS256\",\"typ\":\"JWT\"}")
        + "."
        + part("{\"aud\":\"" + audience + "\",\"exp\":" + expiry.getEpochSecond() + "}")
        + "."
        + part("no signature at all");
  }

  private static String part(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}

package dev.stageproof.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;

/** The ways in which a secret is commonly written. */
final class SecretForms {

  /** Base64 turns 3 bytes into 4 characters. */
  private static final int GROUP_BYTES = 3;

  private static final int GROUP_CHARS = 4;

  /** A shorter stretch of base64 would hide innocent text. */
  private static final int SHORTEST_BASE64 = 8;

  private SecretForms() {}

  static Set<String> of(String secret) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(secret);
    String form = URLEncoder.encode(secret, UTF_8);
    forms.add(form);
    forms.add(form.replace("+", "%20"));
    forms.add(new String(JsonStringEncoder.getInstance().quoteAsString(secret)));
    for (int shift = 0; shift < GROUP_BYTES; shift++) {
      addBase64(forms, secret.getBytes(UTF_8), shift);
    }
    return forms;
  }

  /**
   * The characters that the secret alone decides when it begins {@code shift} bytes into a group.
   */
  private static void addBase64(Set<String> forms, byte[] secret, int shift) {
    byte[] shifted = new byte[shift + secret.length];
    System.arraycopy(secret, 0, shifted, shift, secret.length);
    int from = shift == 0 ? 0 : GROUP_CHARS;
    int to = shifted.length / GROUP_BYTES * GROUP_CHARS;
    if (to - from < SHORTEST_BASE64) {
      return;
    }
    forms.add(Base64.getEncoder().encodeToString(shifted).substring(from, to));
    forms.add(Base64.getUrlEncoder().encodeToString(shifted).substring(from, to));
  }
}

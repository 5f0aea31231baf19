package dev.stageproof.engine;

import dev.stageproof.model.Secret;
import dev.stageproof.shape.Rewrite;
import dev.stageproof.spi.Observation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes secrets out of everything that enters the model: the one choke point.
 *
 * <p>Hidden are the named secrets in literal, URL-, JSON- and base64-escaped form, the values of
 * credential headers, bearer tokens, JSON Web Tokens, private keys and the key shapes of well-known
 * providers. Evaluation sees the redacted text too, so that a stored record gives the same answer.
 */
public final class Redactor {

  /** What stands in a secret's place. */
  public static final String MARK = Secret.MARK;

  private static final Set<String> CREDENTIAL_HEADERS =
      Set.of(
          "authorization",
          "proxy-authorization",
          "x-serverless-authorization",
          "cookie",
          "set-cookie",
          "x-api-key",
          "x-goog-api-key",
          "x-goog-iam-authorization-token");

  /** Not a command that makes a token: it holds none. */
  private static final String MADE_WHERE_IT_IS_RUN =
      "(?!Bearer \\$\\(gcloud auth print-identity-token [A-Za-z0-9=:/.@_ -]*\\)\")";

  private static final Pattern HEADER_IN_TEXT =
      Pattern.compile(
          "(?i)\\b((?:proxy-|x-serverless-)?authorization|(?:set-)?cookie|x-(?:goog-)?api-key)"
              + "(\\\\?[\"']?\\s*+[:=]\\s*+\\\\?[\"']?)"
              + MADE_WHERE_IT_IS_RUN
              + "([^\"'\\r\\n\\\\]+)");

  private static final List<Pattern> SHAPES =
      List.of(
          Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*"),
          Pattern.compile("(?i)\\bbearer\\s+[A-Za-z0-9._~+/-]{8,}=*"),
          Pattern.compile("\\bya29\\.[A-Za-z0-9._-]{10,}"),
          Pattern.compile("\\bAIza[A-Za-z0-9_-]{35}"),
          Pattern.compile("\\bGOCSPX-[A-Za-z0-9_-]{20,}"),
          Pattern.compile("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b"),
          Pattern.compile("\\bgh[pousr]_[A-Za-z0-9]{30,}"),
          Pattern.compile("\\bgithub_pat_[A-Za-z0-9_]{30,}"),
          Pattern.compile("\\bxox[abprs]-[A-Za-z0-9-]{10,}"),
          Pattern.compile("\\bsk-[A-Za-z0-9_-]{20,}"),
          Pattern.compile("\\bsk_live_[A-Za-z0-9]{16,}"),
          Pattern.compile(
              "-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)",
              Pattern.DOTALL));

  private static final Pattern URL_PASSWORD = Pattern.compile("(://[^/\\s:@]+:)[^/\\s@]+(@)");

  private final List<String> secrets;

  /**
   * @param secrets values to hide, wherever and in whatever common encoding they stand; empty ones
   *     are left out
   */
  public Redactor(Collection<String> secrets) {
    List<String> forms = new ArrayList<>();
    secrets.stream()
        .filter(value -> !value.isEmpty())
        .forEach(v -> forms.addAll(SecretForms.of(v)));
    forms.sort(Comparator.comparingInt(String::length).reversed());
    this.secrets = List.copyOf(forms);
  }

  /** The same record without secrets. */
  public <R extends Record> R record(R value) {
    return Rewrite.strings(value, this::text);
  }

  /** The same observation without secrets. */
  Observation observation(Observation value) {
    return value instanceof Record record ? (Observation) record(record) : value;
  }

  /** The text without secrets. */
  public String text(String text) {
    return text("", text);
  }

  private String text(String key, String text) {
    if (CREDENTIAL_HEADERS.contains(key.toLowerCase(Locale.ROOT))) {
      return MARK;
    }
    String result = text;
    for (String secret : secrets) {
      result = result.replace(secret, MARK);
    }
    for (Pattern shape : SHAPES) {
      result = shape.matcher(result).replaceAll(MARK);
    }
    result = HEADER_IN_TEXT.matcher(result).replaceAll("$1$2" + MARK);
    return URL_PASSWORD.matcher(result).replaceAll("$1" + MARK + "$2");
  }
}

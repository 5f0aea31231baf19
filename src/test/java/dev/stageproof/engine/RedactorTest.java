package dev.stageproof.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
  private static final String SECRET = "p@ss w\"rd/ü+1";
  private static final Redactor REDACTOR = new Redactor(List.of(SECRET));

  /** A record with text in every place where text can stand. */
  record Bag(String text, Map<String, Object> tree, List<String> list) {}

  /** The command holds no token; what only looks like it may. */
  @Test
  void aCommandThatMakesATokenCanBeRunAsPrinted() {
    String command =
        "curl -H \"Authorization: Bearer $(gcloud auth print-identity-token"
            + " --impersonate-service-account=sa@acme.iam.gserviceaccount.com"
            + " --audiences=https://a.run.app)\" https://a.run.app/";
    assertThat(new Redactor(List.of()).text(command)).isEqualTo(command);
    assertThat(new Redactor(List.of()).text("Authorization: Bearer $(gcloud auth x) s3cret"))
        .isEqualTo("Authorization: [redacted]");
    assertThat(
            new Redactor(List.of())
                .text("Authorization: Bearer $(gcloud auth print-identity-token 's3cret')\""))
        .doesNotContain("Bearer");
  }

  @Test
  void aSecretIsHiddenInLiteralUrlAndJsonForm() {
    assertThat(REDACTOR.text("a " + SECRET + " b")).isEqualTo("a [redacted] b");
    assertThat(REDACTOR.text("q=" + URLEncoder.encode(SECRET, UTF_8))).isEqualTo("q=[redacted]");
    assertThat(REDACTOR.text("q=" + URLEncoder.encode(SECRET, UTF_8).replace("+", "%20")))
        .isEqualTo("q=[redacted]");
    assertThat(REDACTOR.text("{\"p\":\"p@ss w\\\"rd/ü+1\"}")).isEqualTo("{\"p\":\"[redacted]\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "u", "us", "user:"})
  void aSecretIsHiddenInBase64WhateverStandsBeforeIt(String before) {
    String encoded = Base64.getEncoder().encodeToString((before + SECRET + "tail").getBytes(UTF_8));

    String core = REDACTOR.text(encoded);

    assertThat(core).contains(Redactor.MARK);
    assertThat(core.replace(Redactor.MARK, "").length()).isLessThan(20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Bearer abc.def-ghi_jkl",
        "authorization: Basic dXNlcjpwYXNz",
        "Cookie: session=4be1c07",
        "Set-Cookie: sid=1; HttpOnly",
        "\"x-api-key\":\"0123456789\"",
        "-H 'Authorization: token deadbeef'"
      })
  void credentialHeadersAreHiddenInText(String line) {
    String safe = REDACTOR.text(line);

    assertThat(safe).contains(Redactor.MARK);
    assertThat(safe).doesNotContainPattern("abc\\.def|dXNl|4be1c07|sid=1|0123456789|deadbeef");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w",
        "AIzaSyA1234567890abcdefghijklmnopqrstuv",
        "ya29.a0AfH6SMBx1234567890",
        "ghp_0123456789abcdef0123456789abcdef0123",
        "AKIAIOSFODNN7EXAMPLE",
        "xoxb-1234567890-abcdefghij",
        "-----BEGIN PRIVATE KEY-----\nMIIEvQ\n-----END PRIVATE KEY-----"
      })
  void wellKnownKeyShapesAreHidden(String key) {
    assertThat(REDACTOR.text("x " + key + " y")).isEqualTo("x [redacted] y");
  }

  @Test
  void aPasswordInAUrlIsHidden() {
    assertThat(REDACTOR.text("postgres://app:s3cr3t@10.0.0.1/db"))
        .isEqualTo("postgres://app:[redacted]@10.0.0.1/db");
  }

  @Test
  void innocentTextStays() {
    String text = "GET https://svc.run.app/health -> 200, digest sha256:9f2c61d0, author: jo";

    assertThat(REDACTOR.text(text)).isEqualTo(text);
  }

  @Test
  void everyStringOfARecordIsRedactedAndHeadersByTheirName() {
    Bag bag =
        new Bag(
            SECRET,
            Map.of("headers", Map.of("Authorization", "anything at all", "accept", "text/html")),
            List.of("x" + SECRET));

    Bag safe = REDACTOR.record(bag);

    assertThat(safe.text()).isEqualTo(Redactor.MARK);
    assertThat(safe.tree())
        .isEqualTo(
            Map.of("headers", Map.of("Authorization", Redactor.MARK, "accept", "text/html")));
    assertThat(safe.list()).containsExactly("x" + Redactor.MARK);
  }

  @Test
  void redactingTwiceChangesNothing() {
    String once = REDACTOR.text("Authorization: Bearer abcdefghij, " + SECRET);

    assertThat(REDACTOR.text(once)).isEqualTo(once);
  }
}

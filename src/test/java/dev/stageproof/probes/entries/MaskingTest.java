package dev.stageproof.probes.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.stageproof.observe.LogReadObservation;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

  /** What a stored record was masked by must be told from what this version masks by. */
  @Test
  void anyChangeOfTheRulesIsANewVersionOfThem() {
    assertThat(LogReadObservation.MASKING + ": " + Integer.toHexString(Mask.rules().hashCode()))
        .as("the rules have changed: raise LogReadObservation.MASKING, then put the new text here")
        .isEqualTo("1: e53fa76f");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "nothing to mask: all is well | nothing to mask: all is well",
        "user 42 timed out after 8.5 s | user <num> timed out after <num> s",
        "worker-12 took 300ms (99.5%) | worker-<num> took <num>ms (<num>%)",
        "1,234 rows, ids [1,2,3] | <num> rows, ids [<num>]",
        "2025-09-15T08:30:00.123Z start | <time> start",
        "2025-09-15 08:30:00,123 start | <time> start",
        "2025-09-15T08:30:00+02:00 2025/09/15 | <time>",
        "at 08:30:00 [15/Sep/2025:08:30:00 +0000] | at <time> [<time> +<num>]",
        "req 123e4567-e89b-12d3-a456-426614174000 done | req <uuid> done",
        "mail to jane.doe+x@mail.example.com failed | mail to <email> failed",
        "peer 10.0.0.1:5432 gone. Peer 10.0.0.2. | peer <ip>:<num> gone. Peer <ip>.",
        "peer [2001:db8::1]:443 and fe80::1 | peer [<ip>]:<num> and <ip>",
        "std::vector and a::b | std::vector and a::b",
        "image sha256:9f2c61d0b4a7e8135c6f09d2 | image sha<num>:<hex>",
        "at 0x7fff5fbff8a0, commit 4be1c07 | at <hex>, commit <hex>",
        "deadbeef feedface are words | deadbeef feedface are words",
        "File \"/app/netra/core/db.py\", line 42, in get"
            + " | File \"<path>\", line <num>, in get",
        "open(/var/log/x.log): denied, GET /health | open(<path>): denied, GET /health",
        "C:\\temp\\x1.txt gone | <path> gone",
        "read/write ratio a/b | read/write ratio a/b",
        "GET https://api.example.com/users/42/orders/7f3a9bc?page=2&x=y"
            + " | GET https://api.example.com/users/<num>/orders/<hex>?<query>",
        "GET http://10.0.0.1:8080/x/ done | GET http://<ip>:<num>/x/ done",
        "user 'demo-user-001' and \"Ab12\" of 'JWT_SECRET' | user '<id>' and \"<id>\" of 'JWT_SECRET'",
        "{\"user_id\":\"a-1\",\"n\":5,\"m\":6} | {\"user_id\":\"<id>\",\"n\":<num>,\"m\":<num>}",
        "session x7Kp2mQ9z and 7f3k29xq4 | session <id> and <id>",
        "run.v1beta2 psycopg2 utf8 k8s | run.v<num>beta<num> psycopg<num> utf<num> k<num>s",
        "netra-backend-staging-00640-wob up | netra-backend-staging-<num>-wob up",
        "  many \t blanks  | many blanks",
      })
  void masks(String line, String signature) {
    assertThat(Masking.signature(line)).isEqualTo(signature);
  }

  @Test
  void ofSeveralLinesTheFirstAndTheLastStand() {
    String trace =
        "Traceback (most recent call last):\n  File \"/app/x/y.py\", line 3\n\nKeyError: 'a1'\n";

    assertThat(Masking.signature(trace))
        .isEqualTo("Traceback (most recent call last): … KeyError: '<id>'");
  }

  @Test
  void aLongSignatureIsCut() {
    assertThat(Masking.signature("word ".repeat(300))).hasSize(500).endsWith("…");
  }

  @Test
  void linesThatDifferInWhatIsMaskedAgree() {
    assertThat(Masking.signature("job 1 of a1b2c3d4 ended at 08:30:00"))
        .isEqualTo(Masking.signature("job 77 of 99ffee00aa ended at 23:59:59.1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "a1",
        "a1.",
        "/a1",
        "1:",
        "'1",
        "1-",
        "a@1.",
        "ab1-",
        "x://1",
        "::1",
        "0x",
        "\"a\"1",
        "1/1/",
        "1.1.1.",
        "a",
        "12345678-",
        "C:\\a",
        "%",
        "2025-09-15T"
      })
  void hostileTextTakesLinearTime(String part) {
    String text = part.repeat(200_000);

    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Masking.signature(text));
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (int i = 0; i < 200; i++) {
            Masking.signature(text);
          }
        });
  }
}

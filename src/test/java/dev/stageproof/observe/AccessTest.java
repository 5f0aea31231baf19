package dev.stageproof.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.Secret;
import dev.stageproof.observe.HttpRequest.Redirects;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proofs in printed commands, and the origins that they are meant for. */
class AccessTest {
  private static final Access TOKEN =
      new Access.IdToken("https://a.run.app", Optional.of("sa@p.iam.gserviceaccount.com"));

  private static String curl(Access access, Map<String, String> headers) {
    return new HttpRequest(
            "GET",
            "https://a.run.app/x",
            headers,
            Optional.empty(),
            Redirects.FOLLOW,
            1,
            access,
            Optional.empty())
        .reproduce()
        .get(0);
  }

  @Test
  void theCommandMakesATokenOfItsOwn() {
    assertThat(curl(TOKEN, Map.of()))
        .isEqualTo(
            "curl -sS --compressed -i -L -H \"Authorization: Bearer $(gcloud auth"
                + " print-identity-token --impersonate-service-account=sa@p.iam.gserviceaccount.com"
                + " --audiences=https://a.run.app)\" https://a.run.app/x");
  }

  /** curl takes {@code Authorization} from a redirect to another host, and no other header. */
  @Test
  void theCommandFollowsNoRedirectWithATokenThatCurlWouldTakeAlong() {
    assertThat(curl(TOKEN, Map.of("Authorization", "Basic x")))
        .contains("X-Serverless-Authorization: Bearer $(gcloud ")
        .doesNotContain(" -L ");
  }

  @Test
  void aTokenOfTheUsersIsNotPrinted() {
    assertThat(curl(new Access.Bearer(new Secret("s3cret-token")), Map.of()))
        .isEqualTo(
            "curl -sS --compressed -i -L -H 'Authorization: Bearer [redacted]'"
                + " https://a.run.app/x");
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.run.app/x, true",
    "http://a.run.app, false",
    "http://localhost:8080, true",
    "http://127.0.0.1:8080, true",
    "http://[::1]:8080, true",
    "http://127.0.0.1.evil.example, false",
    "http://localhost.evil.example, false"
  })
  void onlyThisMachineIsConfidentialWithoutTls(String url, boolean confidential) {
    assertThat(Origin.of(url).orElseThrow().confidential()).isEqualTo(confidential);
  }

  @Test
  void anOriginIsSchemeHostAndPort() {
    assertThat(Origin.of("HTTPS://A.run.app:443/x?y")).isEqualTo(Origin.of("https://a.run.app"));
    assertThat(Origin.of("https://a.run.app:8443").orElseThrow())
        .hasToString("https://a.run.app:8443");
    assertThat(Origin.of("ftp://a")).isEmpty();
    assertThat(Origin.of("no address")).isEmpty();
  }

  @Test
  void eachAttemptHasATraceOfItsOwn() {
    TraceId trace = TraceId.of(Instant.EPOCH, List.of("a"));
    assertThat(trace.hex()).matches("[0-9a-f]{32}");
    assertThat(trace.attempt(1)).isNotEqualTo(trace.attempt(2)).isNotEqualTo(trace);
    assertThat(trace.traceParent()).matches("00-" + trace.hex() + "-[0-9a-f]{16}-01");
  }
}

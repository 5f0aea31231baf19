package dev.stageproof.probes.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.auth.oauth2.UserCredentials;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.Access;
import dev.stageproof.probes.Deadline;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.net.URI;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Identity tokens from credentials of several kinds; the token server is a real one on loopback.
 */
@Timeout(30)
class IdTokensTest {
  private static final Access.IdToken ASKED =
      new Access.IdToken("https://backend.run.app", Optional.empty());
  private static final Instant LATER = Instant.parse("2026-11-20T13:00:00Z");

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** A service account whose tokens come from our server. */
  private GoogleCredentials account() throws IOException {
    return ServiceAccountCredentials.newBuilder()
        .setClientEmail("prober@acme.iam.gserviceaccount.com")
        .setPrivateKey(key())
        .setPrivateKeyId("k")
        .setTokenServerUri(URI.create(server.url("/token").toString()))
        .build();
  }

  private static java.security.PrivateKey key() throws IOException {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair().getPrivate();
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IOException(e);
    }
  }

  private void serve(Instant expiry) {
    server.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Type", "application/json")
            .body("{\"id_token\":\"" + Tokens.of(ASKED.audience(), expiry) + "\"}")
            .build());
  }

  private static String get(IdTokens tokens) throws Exception {
    return tokens.get(ASKED, Deadline.in(Duration.ofSeconds(10)));
  }

  private static Gap gap(IdTokens tokens, Access.IdToken asked) {
    return catchThrowableOfType(
            UnobservedException.class, () -> tokens.get(asked, Deadline.in(Duration.ofSeconds(10))))
        .gap();
  }

  @Test
  void aServiceAccountsTokenIsMadeOutToTheAudience() throws Exception {
    serve(LATER);
    assertThat(get(new IdTokens(this::account))).isEqualTo(Tokens.of(ASKED.audience(), LATER));
    assertThat(server.takeRequest().getTarget()).isEqualTo("/token");
  }

  @Test
  void aTokenIsAskedForOnceAndAgainBeforeItExpires() throws Exception {
    serve(LATER);
    IdTokens lasting = new IdTokens(this::account);
    get(lasting);
    get(lasting);
    assertThat(server.getRequestCount()).isEqualTo(1);

    serve(Instant.parse("2026-11-20T12:00:30Z"));
    serve(LATER);
    IdTokens ending = new IdTokens(this::account);
    get(ending);
    get(ending);
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void withoutCredentialsItSaysHowToGetSome() {
    IdTokens none =
        new IdTokens(
            () -> {
              throw new IOException("Your default credentials were not found.\nmore");
            });
    Gap gap = gap(none, ASKED);
    assertThat(gap.reason()).isEqualTo(GapReason.NO_CREDENTIALS);
    assertThat(gap.message())
        .isEqualTo(
            "no credentials for an identity token were found:"
                + " Your default credentials were not found.");
    assertThat(gap.settle()).contains("--impersonate-service-account=");
  }

  @Test
  void aUsersCredentialsNeedAServiceAccountToImpersonate() {
    IdTokens user =
        new IdTokens(
            () ->
                UserCredentials.newBuilder()
                    .setClientId("c")
                    .setClientSecret("s")
                    .setRefreshToken("r")
                    .build());
    Gap gap = gap(user, ASKED);
    assertThat(gap.reason()).isEqualTo(GapReason.NO_CREDENTIALS);
    assertThat(gap.message())
        .isEqualTo(
            "the credentials found are a user's: they can't make an identity token for"
                + " https://backend.run.app");
    assertThat(gap.settle())
        .contains("impersonate: SERVICE_ACCOUNT")
        .contains("roles/iam.serviceAccountOpenIdTokenCreator");
  }

  @Test
  void aTokenServerThatRefusesIsQuotedInOneLine() {
    server.enqueue(new MockResponse.Builder().code(400).body("{\"error\":\"no\"}").build());
    Gap gap = gap(new IdTokens(this::account), ASKED);
    assertThat(gap.message())
        .startsWith("no identity token for https://backend.run.app could be made: ")
        .doesNotContain("\n");
    assertThat(gap.settle())
        .contains("gcloud auth print-identity-token --audiences=https://backend.run.app");
  }

  @Test
  void aFailureIsNotKept() throws Exception {
    server.enqueue(new MockResponse.Builder().code(400).body("{}").build());
    serve(LATER);
    IdTokens tokens = new IdTokens(this::account);
    assertThat(gap(tokens, ASKED).reason()).isEqualTo(GapReason.NO_CREDENTIALS);
    assertThat(get(tokens)).startsWith("eyJ");
  }

  @Test
  void anImpersonationThatIsRefusedNamesRoleAndPermission() {
    Access.IdToken other =
        new Access.IdToken(ASKED.audience(), Optional.of("sa@acme.iam.gserviceaccount.com"));
    Gap gap =
        TokenGaps.of(
            other, new IOException("Error code 403 trying to getIDToken: Permission denied"));
    assertThat(gap.reason()).isEqualTo(GapReason.NO_PERMISSION);
    assertThat(gap.permission()).contains("iam.serviceAccounts.getOpenIdToken");
    assertThat(gap.settle())
        .isEqualTo(
            "grant roles/iam.serviceAccountOpenIdTokenCreator on sa@acme.iam.gserviceaccount.com to"
                + " the account that runs stageproof");
  }

  @Test
  void aSearchThatHangsEndsWithTheLook() {
    IdTokens hanging =
        new IdTokens(
            () -> {
              try {
                new java.util.concurrent.CountDownLatch(1).await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              throw new IOException("never");
            });
    Gap gap =
        catchThrowableOfType(
                UnobservedException.class,
                () -> hanging.get(ASKED, Deadline.in(Duration.ofMillis(200))))
            .gap();
    assertThat(gap.reason()).isEqualTo(GapReason.TIMED_OUT);
  }
}

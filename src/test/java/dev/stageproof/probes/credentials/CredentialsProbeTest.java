package dev.stageproof.probes.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.auth.oauth2.ExternalAccountCredentials;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ImpersonatedCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.auth.oauth2.UserCredentials;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.CredentialsObservation;
import dev.stageproof.observe.CredentialsObservation.Kind;
import dev.stageproof.observe.CredentialsRequest;
import dev.stageproof.probes.Deadline;
import dev.stageproof.spi.UnobservedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Credentials are told by kind and name, and never by a secret. */
class CredentialsProbeTest {
  private static final UserCredentials USER =
      UserCredentials.newBuilder()
          .setClientId("client")
          .setClientSecret("client-secret")
          .setRefreshToken("refresh-token")
          .setQuotaProjectId("acme-quota")
          .build();

  @Test
  void aUsersCredentialsHaveNoNameButAQuotaProject() throws Exception {
    CredentialsObservation seen = look(() -> USER);

    assertThat(seen.kind()).isEqualTo(Kind.USER);
    assertThat(seen.member()).isEmpty();
    assertThat(seen.words())
        .isEqualTo(
            "of a user, by `gcloud auth application-default login`, quota of project acme-quota");
    assertThat(seen.toString()).doesNotContain("secret").doesNotContain("refresh-token");
  }

  @Test
  void aServiceAccountIsNamed() throws Exception {
    CredentialsObservation seen =
        look(
            () ->
                ServiceAccountCredentials.newBuilder()
                    .setClientEmail("ci@acme.iam.gserviceaccount.com")
                    .setPrivateKey(
                        KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate())
                    .build());

    assertThat(seen.words()).isEqualTo("key of service account ci@acme.iam.gserviceaccount.com");
    assertThat(seen.member()).hasValue("serviceAccount:ci@acme.iam.gserviceaccount.com");
  }

  @Test
  void ofAnImpersonatedAccountThatOneIsNamed() throws Exception {
    CredentialsObservation seen =
        look(
            () ->
                ImpersonatedCredentials.create(
                    USER, "stage@acme.iam.gserviceaccount.com", null, List.of("scope"), 300));

    assertThat(seen.kind()).isEqualTo(Kind.IMPERSONATED);
    assertThat(seen.member()).hasValue("serviceAccount:stage@acme.iam.gserviceaccount.com");
  }

  @Test
  void aFederatedIdentityNamesTheAccountThatItImpersonates() throws Exception {
    CredentialsObservation seen = look(CredentialsProbeTest::federated);

    assertThat(seen.words())
        .isEqualTo("workload identity federation gh@acme.iam.gserviceaccount.com");
  }

  @Test
  void noneFoundSaysHowToGetSome() {
    assertThatThrownBy(
            () ->
                look(
                    () -> {
                      throw new IOException("Your default credentials were not found.\nmore");
                    }))
        .isInstanceOfSatisfying(
            UnobservedException.class,
            e -> {
              assertThat(e.gap().reason()).isEqualTo(GapReason.NO_CREDENTIALS);
              assertThat(e.gap().message())
                  .isEqualTo("none were found: Your default credentials were not found.");
              assertThat(e.gap().settle())
                  .startsWith("run `gcloud auth application-default login`;");
            });
  }

  @Test
  void aSearchThatHangsIsGivenUp() {
    CountDownLatch never = new CountDownLatch(1);

    assertThatThrownBy(
            () ->
                look(
                    () -> {
                      never.await();
                      return USER;
                    },
                    Duration.ofMillis(100)))
        .isInstanceOfSatisfying(
            UnobservedException.class,
            e -> assertThat(e.gap().message()).contains("the search took longer than"));
  }

  private static GoogleCredentials federated() throws IOException {
    String json =
        """
        {"type": "external_account",
         "audience": "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/g",
         "subject_token_type": "urn:ietf:params:oauth:token-type:jwt",
         "token_url": "https://sts.googleapis.com/v1/token",
         "service_account_impersonation_url": "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/gh@acme.iam.gserviceaccount.com:generateAccessToken",
         "credential_source": {"file": "/var/run/token"}}
        """;
    return ExternalAccountCredentials.fromStream(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static CredentialsObservation look(Callable<GoogleCredentials> search) throws Exception {
    return look(search, Duration.ofSeconds(20));
  }

  private static CredentialsObservation look(Callable<GoogleCredentials> search, Duration limit)
      throws Exception {
    try (CredentialsProbe probe = new CredentialsProbe(() -> Kinds.of(search.call()))) {
      return probe.observe(new CredentialsRequest(), Deadline.in(limit));
    }
  }
}

package dev.stageproof.probes.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.spi.ProbeSettings;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LazyClientTest {
  private static GoogleApi api(ProbeSettings settings) {
    return new GoogleApi(
        "Cloud Logging", "logging.googleapis.com", "X", settings.endpoints().logging());
  }

  private static TestLook look(Duration deadline) {
    ProbeSettings google = ProbeSettings.at(ProbeSettings.Endpoints.google());
    return new TestLook(google, Instant.parse("2025-09-15T08:47:00Z"), deadline);
  }

  private static Gap gapOf(LazyClient<?> client, Duration deadline) {
    return catchThrowableOfType(UnobservedException.class, () -> client.get(look(deadline))).gap();
  }

  @Test
  void missingCredentialsSayHowToLogIn() {
    LazyClient<String> client =
        new LazyClient<>(
            LazyClientTest::api,
            api -> {
              throw new IOException("Your default credentials were not found.\nSee the docs.");
            },
            opened -> {});

    assertThat(gapOf(client, Duration.ofSeconds(20)))
        .isEqualTo(
            Gap.of(
                GapReason.NO_CREDENTIALS,
                "no credentials for Cloud Logging were found:"
                    + " Your default credentials were not found.",
                "run `gcloud auth application-default login`, then run again"));
  }

  @Test
  void aSearchForCredentialsThatHangsIsGivenUp() {
    CountDownLatch never = new CountDownLatch(1);
    LazyClient<String> client =
        new LazyClient<>(
            LazyClientTest::api,
            api -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                throw new IOException(e);
              }
              return "late";
            },
            opened -> {});

    Gap gap = gapOf(client, Duration.ofMillis(200));

    assertThat(gap.reason()).isEqualTo(GapReason.NO_CREDENTIALS);
    assertThat(gap.message())
        .isEqualTo(
            "no credentials for Cloud Logging were found: the search took longer than 180 ms");
    never.countDown();
  }

  @Test
  void aClientThatBreaksWhileItIsMadeIsOurFailure() {
    LazyClient<String> client =
        new LazyClient<>(
            LazyClientTest::api,
            api -> {
              throw new IllegalStateException("no transport");
            },
            opened -> {});

    Gap gap = gapOf(client, Duration.ofSeconds(20));

    assertThat(gap.reason()).isEqualTo(GapReason.INTERNAL);
    assertThat(gap.message())
        .isEqualTo(
            "the client of Cloud Logging can't be made:"
                + " java.lang.IllegalStateException: no transport");
  }

  @Test
  void opensOnceAndClosesWhatItOpened() throws Exception {
    AtomicInteger opened = new AtomicInteger();
    List<String> closed = new ArrayList<>();
    LazyClient<String> client =
        new LazyClient<>(
            LazyClientTest::api, api -> "client " + opened.incrementAndGet(), closed::add);

    assertThat(client.get(look(Duration.ofSeconds(20)))).isEqualTo("client 1");
    assertThat(client.get(look(Duration.ofSeconds(20)))).isEqualTo("client 1");
    client.close();

    assertThat(closed).containsExactly("client 1");
  }

  @Test
  void closingWhatWasNeverUsedOpensNothing() {
    AtomicInteger opened = new AtomicInteger();
    LazyClient<Integer> client =
        new LazyClient<>(LazyClientTest::api, api -> opened.incrementAndGet(), number -> {});

    client.close();

    assertThat(opened).hasValue(0);
  }
}

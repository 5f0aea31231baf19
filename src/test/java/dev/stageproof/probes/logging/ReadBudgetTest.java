package dev.stageproof.probes.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.logging.v2.ListLogEntriesRequest;
import com.google.logging.v2.ListLogEntriesResponse;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.Watermarking.How;
import dev.stageproof.probes.google.LoopbackGrpc;
import dev.stageproof.probes.google.TestLook;
import dev.stageproof.spi.ProbeSettings;
import dev.stageproof.spi.UnobservedException;
import io.grpc.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReadBudgetTest {
  private final ReadBudget budget = new ReadBudget();
  private final AtomicInteger calls = new AtomicInteger();

  private static TestLook look(ProbeSettings settings, int perMinute, long seconds) {
    ProbeSettings own = new ProbeSettings(settings.endpoints(), perMinute);
    return new TestLook(own, Reads.END, Duration.ofSeconds(seconds));
  }

  private static TestLook look(int perMinute, long seconds) {
    return look(ProbeSettings.at(ProbeSettings.Endpoints.google()), perMinute, seconds);
  }

  @Test
  void aWholeMinutesCallsMayComeAtOnce() throws Exception {
    TestLook look = look(50, 20);
    for (int i = 0; i < 50; i++) {
      budget.await(look);
    }

    assertThat(look.pauses()).isEmpty();
  }

  @Test
  void noMinuteHoldsMoreCallsThanAllowed() throws Exception {
    TestLook look = look(2, 600);
    budget.await(look);
    look.pause(Duration.ofSeconds(10));
    for (int i = 0; i < 4; i++) {
      budget.await(look);
    }

    assertThat(look.pauses())
        .containsExactly(
            Duration.ofSeconds(10),
            Duration.ofSeconds(50),
            Duration.ofSeconds(10),
            Duration.ofSeconds(50));
  }

  @Test
  void allLooksShareTheBudget() throws Exception {
    budget.await(look(1, 20));
    TestLook second = look(1, 90);
    budget.await(second);
    TestLook third = look(1, 150);
    budget.await(third);

    assertThat(second.pauses()).containsExactly(Duration.ofMinutes(1));
    assertThat(third.pauses()).containsExactly(Duration.ofMinutes(2));
  }

  @Test
  void aTurnBehindTheDeadlineIsNotWaitedForAndNotTaken() throws Exception {
    budget.await(look(1, 20));
    TestLook late = look(1, 20);

    UnobservedException thrown =
        catchThrowableOfType(UnobservedException.class, () -> budget.await(late));

    assertThat(thrown.gap())
        .isEqualTo(
            Gap.of(
                GapReason.QUOTA,
                "the 1 log reads a minute that `gcp.log-reads-per-minute` allows are used up;"
                    + " the next may be in 60 s, after the deadline",
                "raise `timeout` of the check, or `gcp.log-reads-per-minute` if others leave"
                    + " enough of the project's quota of 60, then run again"));
    assertThat(late.pauses()).isEmpty();
    TestLook patient = look(1, 61);
    budget.await(patient);
    assertThat(patient.pauses()).containsExactly(Duration.ofMinutes(1));
  }

  @Test
  void everyPageIsACall() throws Exception {
    try (LogServer server = new LogServer();
        LoggingProbe probe = new LoggingProbe()) {
      server.page().page().page();
      TestLook look = look(server.settings(), 2, 90);

      LogReadObservation seen = probe.observe(Reads.of(How.OFF, Optional.empty()), look);

      assertThat(seen.pages()).isEqualTo(3);
      assertThat(look.pauses()).containsExactly(Duration.ofMinutes(1));
    }
  }

  private LoopbackGrpc exhausted(int times) {
    return new LoopbackGrpc(
        LoopbackGrpc.unary(
            "google.logging.v2.LoggingServiceV2",
            "ListLogEntries",
            ListLogEntriesRequest.getDefaultInstance(),
            ListLogEntriesResponse.getDefaultInstance(),
            request -> {
              if (calls.incrementAndGet() <= times) {
                throw Status.RESOURCE_EXHAUSTED.withDescription("Read quota").asRuntimeException();
              }
              return ListLogEntriesResponse.getDefaultInstance();
            }));
  }

  @Test
  void aQuotaThatIsExhaustedTwiceAndThenFineIsWaitedOut() throws Exception {
    try (LoopbackGrpc server = exhausted(2);
        LoggingProbe probe = new LoggingProbe()) {
      TestLook look = look(server.settings(), 50, 20);

      probe.observe(Reads.of(How.OFF, Optional.empty()), look);

      assertThat(look.pauses()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }
  }

  @Test
  void aQuotaThatStaysExhaustedIsNamedWithinTheDeadline() {
    try (LoopbackGrpc server = exhausted(Integer.MAX_VALUE);
        LoggingProbe probe = new LoggingProbe()) {
      TestLook look = look(server.settings(), 50, 20);

      UnobservedException thrown =
          catchThrowableOfType(
              UnobservedException.class,
              () -> probe.observe(Reads.of(How.OFF, Optional.empty()), look));

      assertThat(thrown.gap().reason()).isEqualTo(GapReason.QUOTA);
      assertThat(thrown.gap().message())
          .isEqualTo(
              "the quota of Cloud Logging in project netra-staging is exhausted: Read quota");
      assertThat(look.remaining()).isPositive();
    }
  }

  @Test
  void repeatedCallsTakeTheirTurnsToo() throws Exception {
    try (LoopbackGrpc server = exhausted(1);
        LoggingProbe probe = new LoggingProbe()) {
      TestLook look = look(server.settings(), 1, 90);

      probe.observe(Reads.of(How.OFF, Optional.empty()), look);

      assertThat(look.pauses()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(59));
    }
  }
}

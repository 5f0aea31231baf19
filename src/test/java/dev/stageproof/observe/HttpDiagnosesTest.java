package dev.stageproof.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.observe.HttpObservation.Phases;
import dev.stageproof.observe.HttpObservation.Sample;
import dev.stageproof.spi.Diagnosis;
import dev.stageproof.spi.Diagnosis.Level;
import dev.stageproof.spi.Permission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an answer tells about access and clocks. */
class HttpDiagnosesTest {
  private static final Instant SENT = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void anAnswerOfTheServiceIsFineWhateverItIs() {
    assertThat(diagnoses(503, "down", Map.of())).containsExactly(Diagnosis.ok("answered 503"));
  }

  @Test
  void theFrontEndsRefusalLacksThePermissionToInvoke() {
    Diagnosis refused =
        diagnoses(403, "Your client does not have permission to get URL /", Map.of()).get(0);

    assertThat(refused.level()).isEqualTo(Level.PROBLEM);
    assertThat(refused.text()).isEqualTo("answered 403: Cloud Run lets only invokers in");
    assertThat(refused.missing())
        .hasValue(new Permission("run.routes.invoke", "roles/run.invoker"));
  }

  @Test
  void theServicesOwnRefusalIsAWarning() {
    assertThat(diagnoses(403, "{\"error\": \"no session\"}", Map.of()).get(0).level())
        .isEqualTo(Level.WARNING);
  }

  @Test
  void aClockWithinFiveSecondsIsRight() {
    assertThat(diagnoses(200, "", Map.of("date", "Fri, 20 Nov 2026 12:00:05 GMT"))).hasSize(1);
  }

  @Test
  void aClockThatIsBehindIsAWarning() {
    assertThat(diagnoses(200, "", Map.of("date", "Fri, 20 Nov 2026 12:02:00 GMT")))
        .contains(
            Diagnosis.warning(
                "this machine's clock is about 120 s behind the server's",
                "set the clock, for instance with NTP: ages and log windows are off by as much"));
  }

  @Test
  void aClockThatIsAheadIsAWarning() {
    assertThat(diagnoses(200, "", Map.of("date", "Fri, 20 Nov 2026 11:59:50 GMT")).get(1).text())
        .isEqualTo("this machine's clock is about 10 s ahead of the server's");
  }

  @Test
  void aDateThatIsNoneTellsNothing() {
    assertThat(diagnoses(200, "", Map.of("date", "yesterday"))).hasSize(1);
  }

  @Test
  void aRequestThatMayChangeSomethingIsTriedByHead() {
    HttpRequest post =
        new HttpRequest(
            "POST",
            "https://x.example/orders",
            Map.of(),
            Optional.of("{}"),
            HttpRequest.Redirects.NEVER,
            5);

    assertThat(post.trials())
        .containsExactly(
            new HttpRequest(
                "HEAD",
                "https://x.example/orders",
                Map.of(),
                Optional.empty(),
                HttpRequest.Redirects.NEVER,
                1));
  }

  private static List<Diagnosis> diagnoses(int status, String body, Map<String, String> headers) {
    Phases none =
        new Phases(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    return HttpDiagnoses.of(
        new Sample(SENT, status, "h2", headers, body, false, List.of(), none, Optional.empty()));
  }
}

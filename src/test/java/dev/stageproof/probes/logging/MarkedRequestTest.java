package dev.stageproof.probes.logging;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.MonitoredResource;
import com.google.logging.type.LogSeverity;
import com.google.logging.v2.ListLogEntriesRequest;
import com.google.logging.v2.LogEntry;
import dev.stageproof.model.Window;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogReadObservation.Mark;
import dev.stageproof.observe.LogReadObservation.Watermark;
import dev.stageproof.observe.LogReadRequest;
import dev.stageproof.observe.Watermarking;
import dev.stageproof.observe.Watermarking.How;
import dev.stageproof.probes.google.TestLook;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MarkedRequestTest {
  private static final String AT = "2025-09-15T08:47:03.5Z";
  private static final String OTHER = "netra-backend-staging-00641-kip";
  private static final LogEntry OLD =
      LogLines.text("a", "2025-09-15T08:30:00Z", LogSeverity.INFO, "x");
  private static final LogEntry FRESH =
      LogLines.text("b", "2025-09-15T08:47:00Z", LogSeverity.INFO, "x");

  private final LoggingProbe probe = new LoggingProbe();
  private LogServer server;
  private MarkedService service;
  private TestLook look;

  @BeforeEach
  void start() {
    server = new LogServer();
    service = MarkedService.answering(200, Map.of());
    look = TestLook.at(server.settings(), Reads.END);
  }

  @AfterEach
  void stop() {
    probe.close();
    server.close();
    service.close();
  }

  private LogReadObservation read() throws Exception {
    return probe.observe(request(), look);
  }

  private LogReadRequest request() {
    return Reads.of(How.REQUEST, Optional.of(service.url()));
  }

  private void serving(MarkedService other) {
    service.close();
    service = other;
  }

  private static LogEntry markAt(String time, String revision) {
    return LogLines.request("m", time, "any").toBuilder()
        .setResource(MonitoredResource.newBuilder().putLabels("revision_name", revision))
        .build();
  }

  private static LogEntry mark() {
    return markAt(AT, Reads.SOURCE.revision());
  }

  private String agent() {
    return service.header("User-agent").get(0);
  }

  @Test
  void theWindowClosesWithTheMarksOwnEntry() throws Exception {
    server.mark(mark()).page(OLD);

    LogReadObservation seen = read();

    Window closed = new Window(Reads.START, Instant.parse(AT));
    assertThat(seen.window()).isEqualTo(closed);
    assertThat(seen.watermark())
        .isEqualTo(
            new Watermark(
                Optional.of(Instant.parse(AT)),
                true,
                Duration.ZERO,
                Optional.of(
                    new Mark(
                        Reads.END,
                        agent(),
                        Optional.of(200),
                        Optional.of(Duration.ZERO),
                        Optional.of(Reads.SOURCE.revision())))));
    assertThat(server.asked())
        .extracting(ListLogEntriesRequest::getFilter)
        .hasSize(2)
        .last()
        .isEqualTo(request().over(closed).filter());
  }

  @Test
  void theRequestCanBeToldFromAllOthers() throws Exception {
    server.mark(mark()).page();

    read();

    assertThat(service.header("User-agent"))
        .singleElement()
        .asString()
        .matches("stageproof/\\S+ mark/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    assertThat(service.header("Traceparent"))
        .singleElement()
        .asString()
        .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
  }

  @Test
  void itsEntryIsLookedForByUserAgentOverTheWholeService() throws Exception {
    server.mark(mark()).page();

    read();

    assertThat(server.asked().get(0).getFilter())
        .isEqualTo(
            "resource.type=\"cloud_run_revision\" AND resource.labels.location=\"us-central1\""
                + " AND resource.labels.service_name=\"netra-backend-staging\""
                + " AND log_id(\"run.googleapis.com/requests\")"
                + " AND httpRequest.userAgent=\""
                + agent()
                + "\" AND timestamp>=\"2025-09-15T08:37:00Z\""
                + " AND timestamp<\"2025-09-16T08:47:00Z\"");
  }

  @Test
  void anEntryThatComesLateIsWaitedForWithGrowingPauses() throws Exception {
    server.mark().mark().mark().mark(mark()).page();

    Watermark seen = read().watermark();

    assertThat(look.pauses())
        .containsExactly(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1));
    assertThat(seen.waited()).isEqualTo(Duration.ofMillis(1750));
    assertThat(seen.mark().flatMap(Mark::lag)).contains(Duration.ofMillis(1750));
  }

  @Test
  void anotherRevisionThatAnsweredIsNamed() throws Exception {
    server.mark(markAt(AT, OTHER)).page(OLD);

    Watermark seen = read().watermark();

    assertThat(seen.passed()).isTrue();
    assertThat(seen.mark().flatMap(Mark::revision)).contains(OTHER);
    assertThat(seen.newest()).contains(Instant.parse("2025-09-15T08:30:00Z"));
  }

  @Test
  void anEndThatTheUserNamedStaysAndIsPassedOnlyByALaterMark() throws Exception {
    server.mark(mark()).page();
    LogReadObservation later = probe.observe(withNamedEnd(), look);
    server.mark(markAt("2025-09-15T08:46:59Z", OTHER));
    LogReadObservation earlier = probe.observe(withNamedEnd(), look);

    assertThat(later.window()).isEqualTo(new Window(Reads.START, Reads.END));
    assertThat(later.watermark().passed()).isTrue();
    assertThat(earlier.window()).isEqualTo(new Window(Reads.START, Reads.END));
    assertThat(earlier.watermark().passed()).isFalse();
    assertThat(earlier.watermark().mark().flatMap(Mark::revision)).contains(OTHER);
  }

  private LogReadRequest withNamedEnd() {
    return Reads.of(
        Reads.SOURCE,
        new Watermarking(How.REQUEST, Duration.ofSeconds(15), Optional.of(service.url()), false));
  }

  @Test
  void aMarkThatIsNeverSeenLeavesTheNewestEntry() throws Exception {
    server.mark().newest(FRESH).page(OLD);

    LogReadObservation seen = read();

    assertThat(seen.window()).isEqualTo(new Window(Reads.START, Reads.END));
    assertThat(seen.watermark().passed()).isTrue();
    assertThat(seen.watermark().mark())
        .contains(
            new Mark(Reads.END, agent(), Optional.of(200), Optional.empty(), Optional.empty()));
  }

  @Test
  void pastTheMaximumNothingIsProven() throws Exception {
    server.mark().newest().page(OLD);

    Watermark seen = read().watermark();

    assertThat(seen.passed()).isFalse();
    assertThat(seen.waited()).isEqualTo(Duration.ofSeconds(15));
    assertThat(seen.newest()).contains(Instant.parse("2025-09-15T08:30:00Z"));
    assertThat(seen.mark().flatMap(Mark::lag)).isEmpty();
  }

  @Test
  void theWaitLeavesTimeForTheRead() throws Exception {
    look = new TestLook(server.settings(), Reads.END, Duration.ofSeconds(8));
    server.mark().newest().page();

    assertThat(read().watermark().waited()).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void aMarkBeforeTheWindowClosesNothing() throws Exception {
    server.mark(markAt("2025-09-15T08:26:00Z", OTHER)).newest().page();

    LogReadObservation seen = read();

    assertThat(seen.window()).isEqualTo(new Window(Reads.START, Reads.END));
    assertThat(seen.watermark().passed()).isFalse();
  }

  @Test
  void aServiceThatCantBeReachedLeavesTheNewestEntryAndNoMark() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    server.newest(FRESH).page();

    Watermark seen =
        probe
            .observe(Reads.of(How.REQUEST, Optional.of("http://127.0.0.1:" + port)), look)
            .watermark();

    assertThat(seen)
        .isEqualTo(new Watermark(Optional.of(Reads.END), true, Duration.ZERO, Optional.empty()));
  }

  @Test
  void withoutAUsableAddressTheNewestEntryHasToDo() throws Exception {
    server.newest(FRESH).page();

    for (Optional<String> url : List.of(Optional.<String>empty(), Optional.of("not an url"))) {
      Watermark seen = probe.observe(Reads.of(How.REQUEST, url), look).watermark();

      assertThat(seen.passed()).isTrue();
      assertThat(seen.mark()).isEmpty();
    }
  }

  @Test
  void aServiceThatNeverAnswersStillHasWrittenTheEntry() throws Exception {
    serving(MarkedService.silent());
    look = new TestLook(server.settings(), Reads.END, Duration.ofSeconds(4));
    server.mark(mark()).page();

    Watermark seen = read().watermark();

    assertThat(seen.passed()).isTrue();
    assertThat(seen.mark().flatMap(Mark::status)).isEmpty();
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    serving(MarkedService.answering(302, Map.of("Location", "/elsewhere")));
    server.mark(mark()).page();

    assertThat(read().watermark().mark().flatMap(Mark::status)).contains(302);
    assertThat(service.header("Host")).hasSize(1);
  }

  @Test
  void aBusyServiceIsNotAskedTwice() throws Exception {
    serving(MarkedService.answering(503, Map.of("Retry-After", "0")));
    server.mark(mark()).page();

    assertThat(read().watermark().mark().flatMap(Mark::status)).contains(503);
    assertThat(service.header("Host")).hasSize(1);
  }

  @Test
  void switchedOffNothingIsSentAwaitedOrProven() throws Exception {
    server.page(OLD);

    Watermark seen = probe.observe(Reads.of(How.OFF, Optional.of(service.url())), look).watermark();

    assertThat(seen)
        .isEqualTo(
            new Watermark(
                Optional.of(Instant.parse("2025-09-15T08:30:00Z")),
                false,
                Duration.ZERO,
                Optional.empty()));
    assertThat(server.asked()).hasSize(1);
    assertThat(service.header("Host")).isEmpty();
  }
}

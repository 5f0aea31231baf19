package dev.stageproof.probes.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.logging.type.LogSeverity;
import com.google.logging.v2.ListLogEntriesRequest;
import com.google.logging.v2.LogEntry;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Window;
import dev.stageproof.observe.LogFilter;
import dev.stageproof.observe.LogMatcher;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogReadObservation.Hits;
import dev.stageproof.observe.LogReadObservation.Line;
import dev.stageproof.observe.LogReadObservation.Watermark;
import dev.stageproof.observe.LogReadRequest;
import dev.stageproof.observe.LogSource;
import dev.stageproof.observe.Watermarking;
import dev.stageproof.observe.Watermarking.How;
import dev.stageproof.probes.google.LoopbackGrpc;
import dev.stageproof.probes.google.TestLook;
import dev.stageproof.spi.UnobservedException;
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
class LoggingProbeTest {
  private static final Instant START = Instant.parse("2025-09-15T08:26:00Z");
  private static final Instant END = Instant.parse("2025-09-15T08:47:00Z");
  private static final LogMatcher LITERAL = matcher(LogMatcher.Kind.LITERAL, "SSOT (active)");
  private static final LogMatcher REGEX = matcher(LogMatcher.Kind.REGEX, "user-\\d+.*dup");
  private static final LogEntry AFTER =
      LogLines.text("z", "2025-09-15T08:47:00Z", LogSeverity.INFO, "after the end");

  private final LoggingProbe probe = new LoggingProbe();
  private LogServer server;

  @BeforeEach
  void start() {
    server = new LogServer();
  }

  @AfterEach
  void stop() {
    probe.close();
    server.close();
  }

  private static LogMatcher matcher(LogMatcher.Kind kind, String pattern) {
    return new LogMatcher(kind, pattern, Optional.empty());
  }

  private static LogReadRequest request(int maxEntries, LogMatcher... matchers) {
    return new LogReadRequest(
        new LogSource(
            "netra-staging",
            "us-central1",
            "netra-backend-staging",
            "netra-backend-staging-00640-wob"),
        new Window(START, END),
        new LogQuestions(List.of(matchers), List.of(), Optional.empty()),
        maxEntries,
        new Watermarking(How.NEWEST_ENTRY, Duration.ofSeconds(15), Optional.empty(), true));
  }

  private LogReadObservation read(int maxEntries, LogMatcher... matchers) throws Exception {
    return probe.observe(request(maxEntries, matchers), TestLook.at(server.settings(), END));
  }

  private static LogEntry line(String id, String text) {
    return LogLines.text(id, "2025-09-15T08:30:00Z", LogSeverity.INFO, text);
  }

  @Test
  void aFreshEntryAndOnePageCostTwoCalls() throws Exception {
    server.newest(AFTER).page(line("a", "x"));

    LogReadObservation seen = read(100);

    assertThat(seen.watermark())
        .isEqualTo(new Watermark(Optional.of(END), true, Duration.ZERO, Optional.empty()));
    assertThat(server.asked())
        .extracting(ListLogEntriesRequest::getPageSize)
        .containsExactly(1, 1000);
    assertThat(server.asked())
        .extracting(ListLogEntriesRequest::getOrderBy)
        .containsExactly("timestamp desc", "timestamp asc");
  }

  @Test
  void theReadAsksTheRequestsFilterOfTheProject() throws Exception {
    server.newest(AFTER).page();

    read(100);

    ListLogEntriesRequest asked = server.asked().get(1);
    assertThat(asked.getResourceNamesList()).containsExactly("projects/netra-staging");
    assertThat(asked.getFilter()).isEqualTo(request(100).filter());
  }

  @Test
  void theWatermarkIsLookedForFromTheEndOnAndBoundedOnBothSides() throws Exception {
    server.newest(AFTER).page();

    read(100);

    assertThat(server.asked().get(0).getFilter())
        .contains("resource.labels.revision_name=\"netra-backend-staging-00640-wob\"")
        .contains("timestamp>=\"2025-09-15T08:47:00Z\"")
        .contains("timestamp<\"2025-09-16T08:47:00Z\"");
  }

  @Test
  void pagesAreReadOneByOneAndEmptyOnesFollowed() throws Exception {
    server.newest(AFTER).page(line("a", "x")).page().page().page(line("b", "x"), line("c", "x"));

    LogReadObservation seen = read(100);

    assertThat(seen.entries()).isEqualTo(3);
    assertThat(seen.pages()).isEqualTo(4);
    assertThat(seen.truncated()).isFalse();
    assertThat(server.asked())
        .extracting(ListLogEntriesRequest::getPageToken)
        .containsExactly("", "", "1", "2", "3");
  }

  @Test
  void anEntryThatComesTwiceCountsOnce() throws Exception {
    server.newest(AFTER).page(line("a", "x"), line("a", "x")).page(line("a", "x"), line("b", "x"));

    assertThat(read(100).entries()).isEqualTo(2);
  }

  @Test
  void entriesThatDifferInTheirLogAreTwo() throws Exception {
    LogEntry other = LogLines.json("a", "2025-09-15T08:30:00Z", LogSeverity.INFO, "message", "x");
    server.newest(AFTER).page(line("a", "x"), other);

    assertThat(read(100).entries()).isEqualTo(2);
  }

  @Test
  void stopsAtTheBoundAndSaysSo() throws Exception {
    server.newest(AFTER).page(line("a", "x"), line("b", "x")).page(line("c", "x"));

    LogReadObservation seen = read(2);

    assertThat(seen.entries()).isEqualTo(2);
    assertThat(seen.truncated()).isTrue();
  }

  @Test
  void aReadThatEndsExactlyAtTheBoundIsComplete() throws Exception {
    server.newest(AFTER).page(line("a", "x"), line("b", "x")).page(line("b", "x"));

    LogReadObservation seen = read(2);

    assertThat(seen.entries()).isEqualTo(2);
    assertThat(seen.truncated()).isFalse();
  }

  @Test
  void waitsForTheWatermarkAndPassesAtTheSecondLook() throws Exception {
    TestLook look = TestLook.at(server.settings(), END);
    server.newest().newest(AFTER).page();

    LogReadObservation seen = probe.observe(request(100), look);

    assertThat(seen.watermark())
        .isEqualTo(new Watermark(Optional.of(END), true, Duration.ofMillis(500), Optional.empty()));
    assertThat(look.pauses()).containsExactly(Duration.ofMillis(500));
  }

  @Test
  void aWatermarkThatIsNeverPassedIsWaitedForAsLongAsTheLagAllows() throws Exception {
    TestLook look = TestLook.at(server.settings(), END);
    server.newest().page(line("a", "x"));

    LogReadObservation seen = probe.observe(request(100), look);

    assertThat(seen.watermark())
        .isEqualTo(
            new Watermark(
                Optional.of(Instant.parse("2025-09-15T08:30:00Z")),
                false,
                Duration.ofSeconds(15),
                Optional.empty()));
    assertThat(look.pauses())
        .containsExactly(
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofMillis(7500));
  }

  @Test
  void theWaitLeavesTimeForTheRead() throws Exception {
    TestLook look = new TestLook(server.settings(), END, Duration.ofSeconds(8));
    server.newest().page();

    LogReadObservation seen = probe.observe(request(100), look);

    assertThat(seen.watermark())
        .isEqualTo(new Watermark(Optional.empty(), false, Duration.ofSeconds(4), Optional.empty()));
  }

  @Test
  void theNewestEntryBehindACutReadIsAskedFor() throws Exception {
    LogEntry last = LogLines.text("y", "2025-09-15T08:46:59Z", LogSeverity.INFO, "last");
    for (int look = 0; look < 6; look++) {
      server.newest();
    }
    server.newest(last).page(line("a", "x"), line("b", "x"));

    LogReadObservation seen = read(1);

    assertThat(seen.watermark().newest()).contains(Instant.parse("2025-09-15T08:46:59Z"));
    assertThat(server.asked().get(server.asked().size() - 1).getFilter())
        .isEqualTo(LogFilter.revision(request(1).source(), request(1).window()));
  }

  @Test
  void everyMatcherHasItsCountAndItsFirstLines() throws Exception {
    server
        .newest(AFTER)
        .page(
            line("a", "loaded - SSOT (active) now"),
            line("b", "user-12 seen: dup"),
            line("c", "ssot (active)"));

    LogReadObservation seen = read(100, LITERAL, REGEX);

    assertThat(seen.hits())
        .containsExactly(
            new Hits(LITERAL, 1, List.of(stdout("loaded - SSOT (active) now"))),
            new Hits(REGEX, 1, List.of(stdout("user-12 seen: dup"))));
  }

  private static Line stdout(String text) {
    return new Line(
        Instant.parse("2025-09-15T08:30:00Z"),
        dev.stageproof.observe.LogSeverity.INFO,
        "run.googleapis.com/stdout",
        text);
  }

  @Test
  void onlyTheFirstFiveLinesAreKept() throws Exception {
    LogEntry[] lines = new LogEntry[7];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = line("id" + i, "SSOT (active) " + i);
    }
    server.newest(AFTER).page(lines);

    Hits hits = read(100, LITERAL).hitsOf(LITERAL);

    assertThat(hits.count()).isEqualTo(7);
    assertThat(hits.first())
        .extracting(Line::text)
        .containsExactly(
            "SSOT (active) 0",
            "SSOT (active) 1",
            "SSOT (active) 2",
            "SSOT (active) 3",
            "SSOT (active) 4");
  }

  @Test
  void aLongTextIsMatchedWholeAndKeptCut() throws Exception {
    server.newest(AFTER).page(line("a", "x".repeat(600) + "SSOT (active)"));

    Hits hits = read(100, LITERAL).hitsOf(LITERAL);

    assertThat(hits.count()).isEqualTo(1);
    assertThat(hits.first().get(0).text()).hasSize(LogReadObservation.TEXT_LIMIT).endsWith("xx…");
  }

  @Test
  void entriesBelowTheSeverityAreNoHits() throws Exception {
    LogMatcher warning =
        new LogMatcher(
            LogMatcher.Kind.LITERAL, "x", Optional.of(dev.stageproof.observe.LogSeverity.WARNING));
    server
        .newest(AFTER)
        .page(
            line("a", "x"),
            LogLines.text("b", "2025-09-15T08:30:01Z", LogSeverity.WARNING, "x"),
            LogLines.text("c", "2025-09-15T08:30:02Z", LogSeverity.ERROR, "x"));

    LogReadObservation seen = read(100, warning);

    assertThat(seen.hitsOf(warning).count()).isEqualTo(2);
    assertThat(seen.bySeverity()).isEqualTo(Map.of("INFO", 1L, "WARNING", 1L, "ERROR", 1L));
  }

  @Test
  void ourOwnRequestsAreNoExposure() throws Exception {
    String at = "2025-09-15T08:30:00Z";
    server
        .newest(AFTER)
        .page(
            LogLines.request("a", at, "Mozilla/5.0"),
            LogLines.request("b", at, "stageproof/0.1.0"),
            line("c", "x"));

    LogReadObservation seen = read(100);

    assertThat(seen.entries()).isEqualTo(2);
    assertThat(seen.requests()).isEqualTo(1);
  }

  @Test
  void aDeadEndpointIsReportedWithTheVariableThatNamesIt() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    TestLook look = TestLook.at(LoopbackGrpc.settings(port), END);

    Gap gap =
        catchThrowableOfType(UnobservedException.class, () -> probe.observe(request(1), look))
            .gap();

    assertThat(gap.reason()).isEqualTo(GapReason.UNREACHABLE);
    assertThat(gap.settle()).contains("STAGEPROOF_LOGGING_ENDPOINT");
  }
}

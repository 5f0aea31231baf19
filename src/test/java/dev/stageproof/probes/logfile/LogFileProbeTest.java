package dev.stageproof.probes.logfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.Window;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogReadObservation.Line;
import dev.stageproof.observe.LogReadObservation.Unreadable;
import dev.stageproof.observe.LogReadObservation.Watermark;
import dev.stageproof.observe.LogSeverity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileProbeTest {
  private static final String ONE = Exports.text("2026-11-20T08:26:00Z", "pool is full");
  private static final String TWO = Exports.text("2026-11-20T08:27:00.5Z", "all is well");

  @TempDir private Path folder;

  private LogReadObservation read(String content) throws Exception {
    return Exports.read(Exports.request(Exports.file(folder, content), "pool"));
  }

  private LogReadObservation read(String content, Window window) throws Exception {
    return Exports.read(
        Exports.request(Exports.file(folder, content), Optional.of(window), "pool"));
  }

  private static long hits(LogReadObservation seen) {
    return seen.hits().get(0).count();
  }

  private static Window window(String start, String end) {
    return new Window(Instant.parse(start), Instant.parse(end));
  }

  @Test
  void linesAreCounted() throws Exception {
    LogReadObservation seen = read(ONE + "\n" + TWO + "\n");

    assertThat(seen.entries()).isEqualTo(2);
    assertThat(seen.bySeverity()).isEqualTo(Map.of("INFO", 2L));
    assertThat(seen.hits().get(0).first())
        .containsExactly(
            new Line(
                Instant.parse("2026-11-20T08:26:00Z"),
                LogSeverity.INFO,
                "run.googleapis.com/stderr",
                "pool is full"));
    assertThat(seen.truncated()).isFalse();
    assertThat(seen.unreadable()).isEmpty();
    assertThat(seen.pages()).isEqualTo(1);
  }

  @Test
  void theTextsOfAMessageThatIsAnArrayAreItsLines() throws Exception {
    String array =
        ONE.replace(
            "\"textPayload\":\"pool is full\"",
            "\"jsonPayload\":{\"message\":[\"pool\",1,[\"full\"],{\"x\":\"y\"}],\"a\":\"b\"}");

    assertThat(read(array).hits().get(0).first())
        .extracting(Line::text)
        .containsExactly("pool\nfull");
  }

  @Test
  void theLastLineNeedsNoEnd() throws Exception {
    assertThat(read(ONE + "\r\n\r\n" + TWO).entries()).isEqualTo(2);
  }

  @Test
  void anArrayIsReadAsGcloudPrintsIt() throws Exception {
    String pretty = ONE.replace(",\"", ",\n    \"").replace("\":", "\": ");

    LogReadObservation seen = read("[\n  " + pretty + ",\n  " + TWO + "\n]\n");

    assertThat(seen.entries()).isEqualTo(2);
    assertThat(hits(seen)).isEqualTo(1);
  }

  @Test
  void exportsWrittenOneAfterAnotherAreReadOn() throws Exception {
    assertThat(read("[" + ONE + "]\n[]\n[" + TWO + "]\n" + ONE).entries()).isEqualTo(3);
  }

  @Test
  void aByteOrderMarkIsNoFault() throws Exception {
    assertThat(read("\uFEFF" + ONE).unreadable()).isEmpty();
  }

  @Test
  void gzipIsUnpackedWhateverTheFileIsCalled() throws Exception {
    Path file = folder.resolve("export.json");
    Files.write(file, gzip(ONE + "\n"));

    assertThat(hits(Exports.read(Exports.request(file, "pool")))).isEqualTo(1);
  }

  @Test
  void joinedGzipFilesAreReadToTheEnd() throws Exception {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.write(gzip(ONE + "\n"));
    joined.write(gzip(TWO + "\n"));
    Path file = Files.write(folder.resolve("export.json.gz"), joined.toByteArray());

    assertThat(Exports.read(Exports.request(file, "pool")).entries()).isEqualTo(2);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void entriesOutsideOfTheWindowAreSkipped() throws Exception {
    LogReadObservation seen =
        read(ONE + "\n" + TWO, window("2026-11-20T08:26:00Z", "2026-11-20T08:27:00Z"));

    assertThat(seen.entries()).isEqualTo(1);
    assertThat(seen.window()).isEqualTo(window("2026-11-20T08:26:00Z", "2026-11-20T08:27:00Z"));
  }

  @Test
  void entriesOfAnotherRevisionAreSkippedAndThoseOfNoneAreNot() throws Exception {
    String other = ONE.replace(Exports.REVISION, "netra-backend-staging-00639-old");
    String none = ONE.replace("{\"revision_name\":\"" + Exports.REVISION + "\"}", "{}");

    assertThat(read(other + "\n" + none + "\n" + ONE).entries()).isEqualTo(2);
  }

  @Test
  void anExportIsItsOwnWindow() throws Exception {
    LogReadObservation seen = read(TWO + "\n" + ONE);

    assertThat(seen.window())
        .isEqualTo(window("2026-11-20T08:26:00Z", "2026-11-20T08:27:00.500000001Z"));
    assertThat(seen.watermark()).isEqualTo(passed("2026-11-20T08:27:00.5Z"));
  }

  @Test
  void anEntryAtTheWindowsEndShowsThatTheExportReachesIt() throws Exception {
    LogReadObservation seen =
        read(ONE + "\n" + TWO, window("2026-11-20T08:00:00Z", "2026-11-20T08:27:00.5Z"));

    assertThat(seen.watermark()).isEqualTo(passed("2026-11-20T08:27:00.5Z"));
  }

  @Test
  void anExportThatEndsBeforeTheWindowProvesNothing() throws Exception {
    LogReadObservation seen =
        read(ONE + "\n" + TWO, window("2026-11-20T08:00:00Z", "2026-11-20T08:28:00Z"));

    assertThat(seen.watermark().passed()).isFalse();
  }

  private static Watermark passed(String newest) {
    return new Watermark(Optional.of(Instant.parse(newest)), true, Duration.ZERO, Optional.empty());
  }

  @Test
  void anEmptyFileHoldsNoEntries() throws Exception {
    LogReadObservation seen = read("");

    assertThat(seen.entries()).isZero();
    assertThat(seen.watermark().newest()).isEmpty();
    assertThat(read("[]").entries()).isZero();
  }

  @Test
  void anEntryThatComesTwiceCountsTwiceAsInASearchByHand() throws Exception {
    assertThat(hits(read(ONE + "\n" + ONE))).isEqualTo(2);
  }

  @Test
  void aBrokenLineIsPassedByAndReported() throws Exception {
    LogReadObservation seen = read(ONE + "\n" + TWO.substring(0, 40) + "\nno JSON\n" + ONE);

    assertThat(hits(seen)).isEqualTo(2);
    assertThat(seen.truncated()).isTrue();
    assertThat(seen.unreadable().map(Unreadable::count)).contains(2L);
    assertThat(seen.unreadable().map(Unreadable::first).orElseThrow())
        .startsWith("line 2: not JSON: Unexpected end-of-input");
  }

  @Test
  void aLineThatIsNoEntryIsReported() throws Exception {
    assertThat(first(ONE + "\n{\"severity\":\"INFO\"}"))
        .isEqualTo("line 2: no log entry: it has no `timestamp`");
    assertThat(first(ONE + "\n" + TWO.replace("INFO", "warn")))
        .isEqualTo("line 2: no log entry: `severity` is none that is known");
    assertThat(first(ONE + "\n" + TWO.replace("2026-", "")))
        .isEqualTo("line 2: no log entry: `timestamp` is not a time in the form of RFC 3339");
    assertThat(first(ONE + "\n" + TWO + TWO)).isEqualTo("line 2: more than one JSON value");
    assertThat(first(ONE + "\n17")).isEqualTo("line 2: not a JSON object");
    assertThat(first(ONE + "\n" + TWO.replace("\"all is well\"", "17")))
        .isEqualTo("line 2: no log entry: `textPayload` is not a text");
  }

  private String first(String content) throws Exception {
    return read(content).unreadable().orElseThrow().first();
  }

  @Test
  void anArrayThatIsCutOffIsReported() throws Exception {
    LogReadObservation seen = read("[" + ONE + "," + TWO + ",");

    assertThat(seen.entries()).isEqualTo(2);
    assertThat(seen.unreadable()).contains(new Unreadable(1, "entry 3: the array is cut off"));
  }

  @Test
  void readingEndsWhereAnArrayCanNotBeToldApart() throws Exception {
    LogReadObservation seen =
        read("[" + ONE + ",\n" + TWO.replace("well\"", "well") + ",\n" + ONE + "]");

    assertThat(seen.entries()).isEqualTo(1);
    assertThat(seen.unreadable().orElseThrow().first()).startsWith("entry 2: not JSON: ");
  }

  @Test
  void strayBracesInAnArrayEndReading() throws Exception {
    assertThat(read("[" + ONE + "}" + ONE + "]").entries()).isEqualTo(1);
    assertThat(read("[" + ONE + ",}]").entries()).isEqualTo(1);
  }

  @Test
  void aLineThatIsTooLongIsPassedByAndReported() throws Exception {
    String long2 = Exports.text(Exports.AT, "pool".repeat(1 << 20));

    LogReadObservation seen = read(ONE + "\n" + long2 + "\n" + ONE);

    assertThat(hits(seen)).isEqualTo(2);
    assertThat(seen.unreadable())
        .contains(new Unreadable(1, "line 2: longer than 1048576 bytes, too long for an entry"));
  }

  @Test
  void anElementThatIsTooLongIsPassedByAndReported() throws Exception {
    String long2 = Exports.text(Exports.AT, "]},{[ \\\" pool".repeat(1 << 18));

    LogReadObservation seen = read("[" + ONE + "," + long2 + "," + ONE + "]");

    assertThat(hits(seen)).isEqualTo(2);
    assertThat(seen.unreadable())
        .contains(new Unreadable(1, "entry 2: longer than 1048576 bytes, too long for an entry"));
  }

  @Test
  void aLongLineWithinTheBoundIsRead() throws Exception {
    String longest = Exports.text(Exports.AT, "x".repeat(900_000) + "pool");

    LogReadObservation seen = read((longest + "\n").repeat(3) + ONE);

    assertThat(hits(seen)).isEqualTo(4);
    assertThat(seen.unreadable()).isEmpty();
  }

  @Test
  void requestsAreCountedFromTheRequestLog() throws Exception {
    String served =
        """
        {"httpRequest":{"latency":"0.125s","requestMethod":"GET","requestUrl":"https://x/pool",\
        "status":503,"userAgent":"curl/8"},"logName":"projects/p/logs/run.googleapis.com%2Frequests",\
        "severity":"ERROR","timestamp":"2026-11-20T08:26:01Z"}
        """;

    LogReadObservation seen = read(served + served.replace("curl/8", "stageproof/0.1.0"));

    assertThat(seen.requests()).isEqualTo(1);
    assertThat(seen.served().orElseThrow().byStatusClass()).isEqualTo(Map.of("5xx", 1L));
    assertThat(seen.served().orElseThrow().latency().orElseThrow().max()).isEqualTo(125.0);
    assertThat(seen.hits().get(0).first().get(0).text()).isEqualTo("GET https://x/pool 503");
  }

  @Test
  void aLogNameWithAStrayPercentSignStaysAsItIs() throws Exception {
    LogReadObservation seen = read(ONE.replace("%2F", "%2$ 100%"));

    assertThat(seen.hits().get(0).first().get(0).log())
        .isEqualTo("run.googleapis.com%2$ 100%stderr");
  }
}

package dev.stageproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import com.google.api.MonitoredResource;
import com.google.logging.type.HttpRequest;
import com.google.logging.v2.LogEntry;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.stageproof.model.Window;
import dev.stageproof.observe.Filters;
import dev.stageproof.observe.LogMatcher;
import dev.stageproof.observe.LogSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** A pattern reaches the filter language as data: it finds its text, and nothing else. */
class PatternAsDataTest {
  private static final LogSource SOURCE =
      new LogSource("netra-staging", "us-central1", "netra-backend-staging", "b-00001-aaa");
  private static final Instant NOW = HandClock.START;
  private static final Window WINDOW = new Window(NOW.minus(Duration.ofMinutes(1)), NOW);

  /** What could end a string, begin a clause, or mean something to RE2 or to a shell. */
  private static final List<String> PIECES =
      List.of(
          "\"",
          "\\",
          "\n",
          "\r",
          "\t",
          "\u0000",
          "\u001b",
          "\u007f",
          "\u0085",
          "\u2028",
          "🦊",
          "é",
          "e\u0301",
          "'",
          "`",
          "$(x)",
          "\" OR severity>=DEFAULT",
          "\") OR (\"\"",
          " OR ",
          " AND NOT ",
          "-- ",
          "\\E",
          "\\Q",
          "\\n",
          "\\x41",
          "\\\\",
          "(?i)",
          "(?",
          "[",
          "]",
          "{2}",
          "(",
          ")",
          "*",
          "+",
          "?",
          ".",
          "^",
          "$",
          "|",
          "=~",
          ":*",
          "a",
          "A",
          "0",
          " ");

  private static Gen<String> texts(int most) {
    return lists()
        .of(integers().between(0, PIECES.size() - 1).map(PIECES::get))
        .ofSizeBetween(1, most)
        .map(pieces -> String.join("", pieces));
  }

  private static Predicate<LogEntry> search(String literal) {
    LogMatcher matcher = new LogMatcher(LogMatcher.Kind.LITERAL, literal, Optional.empty());
    return FilterEvaluator.compile(Filters.of(SOURCE, WINDOW, matcher));
  }

  private static LogEntry entry(String revision) {
    return LogEntry.newBuilder()
        .setLogName("projects/netra-staging/logs/run.googleapis.com%2Fstdout")
        .setTimestamp(Times.timestamp(NOW.minusSeconds(1)))
        .setResource(
            MonitoredResource.newBuilder()
                .setType("cloud_run_revision")
                .putLabels("location", "us-central1")
                .putLabels("service_name", "netra-backend-staging")
                .putLabels("revision_name", revision))
        .build();
  }

  private static LogEntry plain(String text) {
    return entry("b-00001-aaa").toBuilder().setTextPayload(text).build();
  }

  private static LogEntry structured(String message) {
    Value value = Value.newBuilder().setStringValue(message).build();
    return entry("b-00001-aaa").toBuilder()
        .setJsonPayload(Struct.newBuilder().putFields("message", value))
        .build();
  }

  @Test
  void aLiteralFindsExactlyTheEntriesWhoseTextHasIt() {
    qt().withExamples(3000)
        .forAll(texts(4), texts(6))
        .checkAssert(
            (literal, text) -> {
              Predicate<LogEntry> search = search(literal);
              boolean has = text.contains(literal);
              assertThat(search.test(plain(text))).isEqualTo(has);
              assertThat(search.test(structured(text))).isEqualTo(has);
            });
  }

  @Test
  void aLiteralIsFoundInTheMidstOfAnyText() {
    qt().withExamples(3000)
        .forAll(texts(4), texts(3), texts(3))
        .checkAssert(
            (literal, before, after) ->
                assertThat(search(literal)).accepts(plain(before + literal + after)));
  }

  @Test
  void noLiteralReachesAnotherRevisionOrLeavesTheWindow() {
    qt().withExamples(3000)
        .forAll(texts(5))
        .checkAssert(
            literal -> {
              LogEntry hit = plain(literal);
              LogEntry later = hit.toBuilder().setTimestamp(Times.timestamp(NOW)).build();
              LogEntry other = entry("b-00002-bbb").toBuilder().setTextPayload(literal).build();
              assertThat(search(literal)).accepts(hit).rejects(later, other);
            });
  }

  @Test
  void aRequestIsFoundByItsUrl() {
    LogEntry request =
        entry("b-00001-aaa").toBuilder()
            .setLogName("projects/netra-staging/logs/run.googleapis.com%2Frequests")
            .setHttpRequest(HttpRequest.newBuilder().setRequestUrl("https://service/health"))
            .build();
    assertThat(search("/health")).accepts(request);
    assertThat(search("/ready")).rejects(request);
  }

  /** What a filter without quoting would do: the planted fault that the rules above catch. */
  @Test
  void withoutQuotingAClauseWouldBreakOut() {
    String pattern = "x\" OR severity>=DEFAULT OR textPayload=~\"x";
    assertThat(FilterEvaluator.compile("textPayload=~\"" + pattern + "\"")).accepts(plain("y"));
    assertThat(search(pattern)).rejects(plain("y"));
  }
}

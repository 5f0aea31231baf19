package dev.stageproof.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogFilterTest {
  private static final LogSource SOURCE = new LogSource("p", "us-central1", "api", "api-00001-abc");
  private static final Window WINDOW =
      new Window(Instant.parse("2025-09-15T08:26:00Z"), Instant.parse("2025-09-15T08:47:00Z"));
  private static final String READ =
      "resource.type=\"cloud_run_revision\""
          + " AND resource.labels.location=\"us-central1\""
          + " AND resource.labels.service_name=\"api\""
          + " AND resource.labels.revision_name=\"api-00001-abc\""
          + " AND timestamp>=\"2025-09-15T08:26:00Z\""
          + " AND timestamp<\"2025-09-15T08:47:00Z\""
          + " AND NOT httpRequest.userAgent=~\"^stageproof/\"";

  private static String of(LogQuestions questions) {
    assertThat(searches(questions)).hasSize(1);
    return searches(questions).get(0);
  }

  private static List<String> searches(LogQuestions questions) {
    return LogFilter.of(SOURCE, WINDOW, questions);
  }

  private static LogMatcher literal(String text) {
    return new LogMatcher(LogMatcher.Kind.LITERAL, text, Optional.empty());
  }

  @Test
  void aReadNamesRevisionAndWindow() {
    assertThat(of(LogQuestions.nothingMore())).isEqualTo(READ);
  }

  @Test
  void theHitsOfOneMatcherAreSearchedInTextMessageAndRequest() {
    LogMatcher matcher =
        new LogMatcher(LogMatcher.Kind.REGEX, "a.*b", Optional.of(LogSeverity.WARNING));
    assertThat(of(LogQuestions.matching(matcher)))
        .isEqualTo(
            READ
                + " AND (textPayload=~\"a.*b\" OR jsonPayload.message=~\"a.*b\""
                + " OR (log_id(\"run.googleapis.com/requests\")"
                + " AND httpRequest.requestUrl=~\"a.*b\")) AND severity>=WARNING");
  }

  @Test
  void severalMatchersAreTheWholeRead() {
    LogQuestions two =
        LogQuestions.matching(literal("a")).with(LogQuestions.matching(literal("b")));
    LogNumber number = new LogNumber("(\\d+)", Optional.empty());
    assertThat(of(two)).isEqualTo(READ);
    assertThat(of(LogQuestions.matching(literal("a")).with(LogQuestions.measuring(number))))
        .isEqualTo(READ);
  }

  @Test
  void aFilterThatTheApiWouldRefuseIsTheWholeRead() {
    assertThat(of(LogQuestions.matching(literal("x".repeat(6000))))).hasSizeLessThan(20_000);
    assertThat(of(LogQuestions.matching(literal("x".repeat(20_000))))).isEqualTo(READ);
  }

  @Test
  void aSearchThatIsTooLongIsSeveralThatAreNot() {
    assertThat(searches(LogQuestions.matching(literal("x".repeat(7000)))))
        .hasSize(2)
        .allSatisfy(filter -> assertThat(filter).startsWith(READ).hasSizeLessThan(20_000));
  }

  @Test
  void textIsQuoted() {
    assertThat(List.of("a\"b", "a\\b", "a\nb\r\t", "\u0000\u007f", "naïve 🦊"))
        .extracting(LogFilter::quoted)
        .containsExactly(
            "\"a\\\"b\"", "\"a\\\\b\"", "\"a\\nb\\r\\t\"", "\"\\x00\\x7f\"", "\"naïve 🦊\"");
  }

  @Test
  void aClauseInAPatternStaysAPattern() {
    assertThat(of(LogQuestions.matching(literal("\" OR severity>=DEFAULT"))))
        .startsWith(READ + " AND (textPayload=~\"\\\" OR severity>=DEFAULT\" OR ");
  }
}

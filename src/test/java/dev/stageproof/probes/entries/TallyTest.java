package dev.stageproof.probes.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.model.Window;
import dev.stageproof.observe.LogMatcher;
import dev.stageproof.observe.LogMatcher.Kind;
import dev.stageproof.observe.LogNumber;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogReadObservation.Distribution;
import dev.stageproof.observe.LogReadObservation.Hits;
import dev.stageproof.observe.LogReadObservation.Measured;
import dev.stageproof.observe.LogReadObservation.Served;
import dev.stageproof.observe.LogReadObservation.Signature;
import dev.stageproof.observe.LogReadObservation.Watermark;
import dev.stageproof.observe.LogSeverity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final Instant START = Lines.START;
  private static final Watermark UNKNOWN =
      new Watermark(Optional.empty(), false, Duration.ZERO, Optional.empty());

  private static LogReadObservation seen(LogQuestions questions, Entry... entries) {
    return seen(new Tally(questions, START, Long.MAX_VALUE), entries);
  }

  private static LogReadObservation seen(Tally tally, Entry... entries) {
    for (Entry entry : entries) {
      tally.add(entry);
    }
    return tally.observation(new Window(START, START.plusSeconds(60)), 3, UNKNOWN);
  }

  private static LogMatcher matcher(Kind kind, String pattern, LogSeverity... least) {
    return new LogMatcher(kind, pattern, List.of(least).stream().findFirst());
  }

  @Test
  void severitiesAreCountedInRisingOrder() {
    LogReadObservation seen =
        seen(
            LogQuestions.nothingMore(),
            Lines.entry(START, LogSeverity.ERROR, "a"),
            Lines.info("b"),
            Lines.info("c"));

    assertThat(seen.entries()).isEqualTo(3);
    assertThat(seen.bySeverity()).containsExactly(Map.entry("INFO", 2L), Map.entry("ERROR", 1L));
    assertThat(seen.pages()).isEqualTo(3);
    assertThat(seen.watermark()).isEqualTo(UNKNOWN);
  }

  @Test
  void anEntryThatComesAgainCountsOnceAndEntriesWithoutIdEachTime() {
    LogReadObservation seen =
        seen(
            LogQuestions.nothingMore(),
            Lines.withId("a", "x"),
            Lines.withId("a", "x"),
            Lines.withId("a", "y"),
            Lines.withId("", "x"),
            Lines.withId("", "x"));

    assertThat(seen.entries()).isEqualTo(4);
  }

  @Test
  void anEntryIsRememberedForTheReachOfTheMemory() {
    Tally tally = new Tally(LogQuestions.nothingMore(), START, Long.MAX_VALUE);
    tally.add(Lines.withId("first", "x"));
    for (int i = 1; i < RecentEntries.REACH; i++) {
      tally.add(Lines.withId("id" + i, "x"));
    }
    tally.add(Lines.withId("first", "x"));

    assertThat(tally.entries()).isEqualTo(RecentEntries.REACH);
  }

  @Test
  void theBoundEndsTheCountOnlyWhenThereIsMore() {
    Tally tally = new Tally(LogQuestions.nothingMore(), START, 2);

    assertThat(tally.add(Lines.withId("a", "x"))).isTrue();
    assertThat(tally.add(Lines.withId("b", "x"))).isTrue();
    assertThat(tally.add(Lines.withId("b", "x"))).isTrue();
    assertThat(tally.truncated()).isFalse();
    assertThat(tally.add(Lines.withId("c", "x"))).isFalse();
    assertThat(tally.addTextless(Lines.withId("d", "x"))).isFalse();
    assertThat(seen(tally).truncated()).isTrue();
    assertThat(tally.entries()).isEqualTo(2);
  }

  @Test
  void hitsAreCountedAndTheFirstFiveKept() {
    LogMatcher literal = matcher(Kind.LITERAL, "a.c");
    LogMatcher regex = matcher(Kind.REGEX, "a.c+$");
    LogMatcher warning = matcher(Kind.LITERAL, "a", LogSeverity.WARNING);
    Entry[] lines = new Entry[7];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = Lines.info(i + " abc");
    }

    LogReadObservation seen =
        seen(
            new LogQuestions(List.of(literal, regex, warning), List.of(), Optional.empty()), lines);

    assertThat(seen.hitsOf(literal)).isEqualTo(new Hits(literal, 0, List.of()));
    assertThat(seen.hitsOf(regex).count()).isEqualTo(7);
    assertThat(seen.hitsOf(regex).first()).hasSize(5).startsWith(lines[0].line());
    assertThat(seen.hitsOf(warning).count()).isZero();
  }

  @Test
  void aNumberIsReadFromItsGroup() {
    LogNumber number = new LogNumber("pool: (\\S+) connections", Optional.of(LogSeverity.INFO));
    LogReadObservation seen =
        seen(
            LogQuestions.measuring(number),
            Lines.info("no number here"),
            Lines.info("pool: 19 connections"),
            Lines.info("pool: -0.5 connections, pool: 7 connections"),
            Lines.info("pool: many connections"),
            Lines.info("pool: NaN connections"),
            Lines.info("pool: 1f connections"),
            Lines.info("pool: 1e400 connections"),
            Lines.entry(START, LogSeverity.DEBUG, "pool: 1000 connections"));

    assertThat(seen.measured(number))
        .isEqualTo(
            new Measured(
                number,
                4,
                Optional.of(new Distribution(2, -0.5, 19, 9.25, -0.5, 19, 19, 19)),
                Optional.of(Lines.info("pool: 19 connections").line())));
  }

  @Test
  void aGroupThatTookNoPartIsUnreadable() {
    LogNumber number = new LogNumber("size(?:=(\\d+))?", Optional.empty());

    assertThat(seen(LogQuestions.measuring(number), Lines.info("size")).measured(number))
        .isEqualTo(new Measured(number, 1, Optional.empty(), Optional.empty()));
  }

  @Test
  void aNumberWithoutGroupIsRefused() {
    LogQuestions questions = LogQuestions.measuring(new LogNumber("\\d+", Optional.empty()));

    assertThatThrownBy(() -> new Tally(questions, START, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no group in \\d+");
  }

  @Test
  void requestsOfOthersAreServedOnes() {
    LogReadObservation seen =
        seen(
            LogQuestions.nothingMore(),
            Lines.request(200, Optional.of(Duration.ofMillis(12)), "curl"),
            Lines.request(204, Optional.empty(), ""),
            Lines.request(503, Optional.of(Duration.ofMillis(1500)), "Mozilla"),
            Lines.request(0, Optional.empty(), "curl"),
            Lines.request(200, Optional.of(Duration.ofMillis(1)), "stageproof/1.0 mark/x"),
            Lines.info("no request"));

    assertThat(seen.requests()).isEqualTo(4);
    assertThat(seen.served())
        .contains(
            new Served(
                4,
                Map.of("2xx", 2L, "5xx", 1L, "none", 1L),
                Optional.of(new Distribution(2, 12, 1500, 756, 12, 1500, 1500, 1500))));
  }

  @Test
  void withoutRequestsNothingWasServed() {
    assertThat(seen(LogQuestions.nothingMore(), Lines.info("x")).served()).isEmpty();
  }

  @Test
  void signaturesComeFromTheSeverityOnTheMostFrequentFirst() {
    Entry first = Lines.entry(START.plusSeconds(1), LogSeverity.ERROR, "job 1 failed");
    LogReadObservation seen =
        seen(
            LogQuestions.signatures(LogSeverity.WARNING),
            Lines.info("routine 1"),
            Lines.entry(START, LogSeverity.WARNING, "job 3 failed"),
            Lines.entry(START.plusSeconds(5), LogSeverity.ERROR, "job 2 failed"),
            first);

    assertThat(seen.signaturesCut()).isFalse();
    assertThat(seen.signatures())
        .containsExactly(
            new Signature("job <num> failed", LogSeverity.ERROR, 2, first.at(), first.line()),
            new Signature(
                "job <num> failed",
                LogSeverity.WARNING,
                1,
                START,
                Lines.entry(START, LogSeverity.WARNING, "job 3 failed").line()));
  }

  @Test
  void moreSignaturesThanTheLimitAreFlagged() {
    Tally tally = new Tally(LogQuestions.signatures(LogSeverity.DEFAULT), START, Long.MAX_VALUE);
    for (int i = 0; i < 1001; i++) {
      tally.add(Lines.info("word" + "x".repeat(i % 40) + " " + "y".repeat(i / 40)));
    }
    tally.add(Lines.info("word"));

    LogReadObservation seen = seen(tally);

    assertThat(seen.signatures()).hasSize(1000);
    assertThat(seen.signatures().get(0).count()).isEqualTo(2);
    assertThat(seen.signaturesCut()).isTrue();
  }

  @Test
  void aTextlessEntryCountsForEverythingButItsText() {
    Tally tally = new Tally(LogQuestions.matching(matcher(Kind.REGEX, "")), START, Long.MAX_VALUE);
    tally.addTextless(Lines.info(""));

    LogReadObservation seen = seen(tally);

    assertThat(seen.entries()).isEqualTo(1);
    assertThat(seen.hits().get(0).count()).isZero();
    assertThat(tally.oldest()).contains(START);
    assertThat(tally.newest()).contains(START);
  }

  @Test
  void aLogsIdIsFreeOfProjectAndEscapes() {
    assertThat(Entry.logId("projects/p/logs/run.googleapis.com%2Fstderr"))
        .isEqualTo("run.googleapis.com/stderr");
    assertThat(Entry.logId("plain")).isEqualTo("plain");
  }
}

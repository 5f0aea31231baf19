package dev.stageproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import com.google.api.MonitoredResource;
import com.google.logging.type.HttpRequest;
import com.google.logging.type.LogSeverity;
import com.google.logging.v2.LogEntry;
import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.stageproof.model.Window;
import dev.stageproof.observe.LogMatcher;
import dev.stageproof.observe.LogNarrowing;
import dev.stageproof.observe.LogNumber;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogReadObservation.Watermark;
import dev.stageproof.observe.LogSource;
import dev.stageproof.probes.entries.Needles;
import dev.stageproof.probes.entries.Tally;
import dev.stageproof.probes.logging.Entries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** What a narrowed read asks of the server is a superset of what its questions ask. */
class NarrowedFilterTest {
  private static final LogSource SOURCE =
      new LogSource("netra-staging", "us-central1", "netra-backend-staging", "b-00001-aaa");
  private static final Instant NOW = HandClock.START;
  private static final Window WINDOW = new Window(NOW.minus(Duration.ofMinutes(1)), NOW);

  /** Parts of patterns and of texts alike, so that patterns often hit. */
  private static final List<String> PIECES =
      List.of(
          "timeout",
          "pool",
          "GET",
          "/api/users",
          " ",
          "200",
          "503",
          "\"",
          "\\",
          "\n",
          "*",
          "é",
          "e\u0301",
          "\u0301",
          "🦊",
          "message",
          "{\"a\":\"",
          "\",\"",
          "true",
          ":",
          "--",
          "OR");

  private static final List<LogSeverity> SEVERITIES =
      List.of(LogSeverity.DEFAULT, LogSeverity.INFO, LogSeverity.WARNING, LogSeverity.ERROR);

  private static Gen<String> texts(int most) {
    return lists()
        .of(integers().between(0, PIECES.size() - 1).map(PIECES::get))
        .ofSizeBetween(0, most)
        .map(pieces -> String.join("", pieces));
  }

  private static Gen<LogEntry> entries() {
    return texts(4)
        .zip(
            texts(2),
            integers().between(0, 9),
            integers().between(0, SEVERITIES.size() - 1),
            (text, other, kind, severity) ->
                payload(kind, text, other).setSeverity(SEVERITIES.get(severity)).build());
  }

  private static LogEntry.Builder payload(int kind, String text, String other) {
    LogEntry.Builder entry = entry("stdout");
    return switch (kind) {
      case 0, 1 -> entry.setTextPayload(text);
      case 2, 3 ->
          entry.setJsonPayload(object("message", string(text)).putFields("a", string(other)));
      case 4 -> entry.setJsonPayload(object("a", string(text)).putFields(other, string("b")));
      case 5 ->
          entry.setJsonPayload(
              object("message", list(string(text), list(string(other))))
                  .putFields("timeout", string("a")));
      case 6 ->
          entry.setJsonPayload(object("message", list(number())).putFields(text, string(other)));
      case 7 -> entry.setJsonPayload(object("message", number()).putFields("pool", string(text)));
      case 8 ->
          entry
              .setHttpRequest(HttpRequest.newBuilder().setRequestUrl(text))
              .setJsonPayload(object("timeout", string(other)));
      default -> request(text, other);
    };
  }

  private static LogEntry.Builder request(String url, String method) {
    return entry("requests")
        .setHttpRequest(
            HttpRequest.newBuilder()
                .setRequestMethod(method.isEmpty() ? "GET" : method)
                .setRequestUrl("https://service/" + url)
                .setStatus(503));
  }

  private static Struct.Builder object(String key, Value value) {
    return Struct.newBuilder().putFields(key, value);
  }

  private static Value string(String text) {
    return Value.newBuilder().setStringValue(text).build();
  }

  private static Value number() {
    return Value.newBuilder().setNumberValue(200).build();
  }

  private static Value list(Value... values) {
    return Value.newBuilder()
        .setListValue(ListValue.newBuilder().addAllValues(List.of(values)))
        .build();
  }

  private static LogEntry.Builder entry(String log) {
    return LogEntry.newBuilder()
        .setLogName("projects/netra-staging/logs/run.googleapis.com%2F" + log)
        .setTimestamp(Times.timestamp(NOW.minusSeconds(1)))
        .setResource(
            MonitoredResource.newBuilder()
                .setType("cloud_run_revision")
                .putLabels("location", "us-central1")
                .putLabels("service_name", "netra-backend-staging")
                .putLabels("revision_name", "b-00001-aaa"));
  }

  private static LogMatcher literal(
      String text, Optional<dev.stageproof.observe.LogSeverity> atLeast) {
    return new LogMatcher(LogMatcher.Kind.LITERAL, text, atLeast);
  }

  private static Optional<Predicate<LogEntry>> search(Stream<Optional<LogNarrowing>> narrowings) {
    List<LogNarrowing> all = narrowings.flatMap(Optional::stream).toList();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(
            LogNarrowing.filters(SOURCE, WINDOW, all).stream()
                .map(filter -> FilterEvaluator.compile(filter.text()))
                .reduce(Predicate::or)
                .orElseThrow());
  }

  private static Optional<LogNarrowing> narrowing(LogMatcher matcher) {
    return LogNarrowing.of(matcher, Needles.of(matcher));
  }

  private static LogReadObservation tally(LogQuestions questions, LogEntry entry) {
    Tally tally = new Tally(questions, WINDOW.start(), 10);
    tally.add(Entries.read(entry));
    return tally.observation(
        WINDOW, 1, new Watermark(Optional.empty(), true, Duration.ZERO, Optional.empty()));
  }

  private static boolean hits(LogMatcher matcher, LogEntry entry) {
    return tally(LogQuestions.matching(matcher), entry).hitsOf(matcher).count() > 0;
  }

  @Test
  void theServerHandsOutEveryHitOfEachMatcher() {
    qt().withExamples(4_000)
        .forAll(texts(3), texts(2), entries())
        .checkAssert(
            (one, other, entry) -> {
              LogMatcher first = literal(one, Optional.empty());
              LogMatcher second =
                  literal(other, Optional.of(dev.stageproof.observe.LogSeverity.WARNING));
              for (LogMatcher matcher : List.of(first, second)) {
                boolean hit = hits(matcher, entry);
                Optional<Predicate<LogEntry>> alone = search(Stream.of(narrowing(matcher)));
                assertThat(alone.isPresent() && hit && !alone.get().test(entry)).isFalse();
                Optional<Predicate<LogEntry>> both =
                    search(Stream.of(narrowing(first), narrowing(second)));
                assertThat(narrowing(matcher).isPresent() && hit && !both.orElseThrow().test(entry))
                    .as("%s in %s", matcher, entry)
                    .isFalse();
              }
            });
  }

  @Test
  void theServerHandsOutEveryEntryThatNamesANumber() {
    LogNumber number = new LogNumber("pool(?:timeout| )*(\\d+)", Optional.empty());
    Predicate<LogEntry> search =
        search(Stream.of(LogNarrowing.of(number, Needles.of(number)))).orElseThrow();
    qt().withExamples(4_000)
        .forAll(entries())
        .checkAssert(
            entry -> {
              boolean named =
                  tally(LogQuestions.measuring(number), entry)
                      .measured(number)
                      .values()
                      .isPresent();
              assertThat(named && !search.test(entry)).isFalse();
            });
  }

  @Test
  void theServerKeepsBackWhatCanNotMatch() {
    Predicate<LogEntry> search =
        search(Stream.of(narrowing(literal("timeout", Optional.empty())))).orElseThrow();

    assertThat(search)
        .accepts(payload(0, "a TIMEOUT", "").build(), payload(2, "timeout", "").build())
        .accepts(payload(9, "timeout", "").build())
        .rejects(payload(0, "fine", "").build(), payload(2, "fine", "timeout").build())
        .rejects(payload(9, "fine", "timely").build());
  }

  /** The planted fault: without the entries that have no field of text, hits would be missed. */
  @Test
  void theTextOfSomeEntriesStandsInNoField() {
    LogMatcher key = literal("timeout", Optional.empty());
    LogEntry entry = payload(7, "fine", "").setJsonPayload(object("timeout", number())).build();

    assertThat(hits(key, entry)).isTrue();
    assertThat(search(Stream.of(narrowing(key))).orElseThrow()).accepts(entry);
    assertThat(
            FilterEvaluator.compile(
                "textPayload:\"timeout\" OR jsonPayload.message:\"timeout\" OR jsonPayload:\"timeout\""))
        .rejects(entry);
  }

  @Test
  void aSeverityAloneNarrows() {
    LogMatcher any =
        new LogMatcher(
            LogMatcher.Kind.REGEX, ".", Optional.of(dev.stageproof.observe.LogSeverity.ERROR));
    Predicate<LogEntry> search = search(Stream.of(narrowing(any))).orElseThrow();

    assertThat(search)
        .accepts(payload(4, "a", "b").setSeverity(LogSeverity.ERROR).build())
        .rejects(payload(4, "a", "b").setSeverity(LogSeverity.WARNING).build());
  }

  @Test
  void whatRequiresNoTextAndNoSeverityIsNotNarrowed() {
    assertThat(narrowing(literal("é", Optional.empty()))).isEmpty();
    assertThat(narrowing(new LogMatcher(LogMatcher.Kind.REGEX, "(?i)x", Optional.empty())))
        .isEmpty();
  }
}

package dev.stageproof.checks.http;

import static dev.stageproof.checks.http.Answers.evaluate;
import static dev.stageproof.checks.http.Answers.expect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.checks.requests.LatencyExpectation;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Metric;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Unit;
import dev.stageproof.observe.HttpObservation.Sample;
import dev.stageproof.observe.Regex;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Status, headers, text, latency and certificate: each passing, failing and unsettled. */
class ExpectTest {
  private static final String CUT = "not seen whole: only the first 262,144 bytes";

  /** The comparison that the expectation added, the status being first. */
  private static Assertion second(Expect expect, Sample... samples) {
    return evaluate(expect, samples).assertions().get(1);
  }

  private static void assertIs(Assertion seen, String expected, String actual, Outcome outcome) {
    assertThat(seen.expected()).isEqualTo(expected);
    assertThat(seen.actual()).isEqualTo(actual);
    assertThat(seen.outcome()).isEqualTo(outcome);
  }

  @Test
  void aStatusMatchesByNumberClassOrAnyOfSeveral() {
    assertThat(evaluate(expect("2xx"), Answers.status(204)).outcome()).isEqualTo(Outcome.PASS);
    assertThat(evaluate(expect("2xx"), Answers.status(302)).outcome()).isEqualTo(Outcome.FAIL);
    assertThat(evaluate(expect("200", "404"), Answers.status(404)).outcome())
        .isEqualTo(Outcome.PASS);
    assertIs(
        evaluate(expect("200", "404"), Answers.status(403)).assertions().get(0),
        "200 or 404",
        "403",
        Outcome.FAIL);
  }

  @Test
  void aStatusIsNothingElse() {
    assertThatThrownBy(() -> StatusMatch.parse("20x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("`20x` is not a status such as 200, or a class such as 2xx");
    assertThat(StatusMatch.parse("2xx")).hasToString("2xx");
  }

  @Test
  void aRedirectSaysWhereToAndWhatToDo() {
    Sample sample =
        new Sample(
            Answers.NOW,
            302,
            "HTTP/1.1",
            Map.of("location", "https://login.test/"),
            "",
            false,
            List.of(),
            Answers.status(302).phases(),
            Optional.empty());
    assertThat(evaluate(expect("2xx"), sample).assertions().get(0))
        .isEqualTo(
            new Assertion(
                "status",
                "2xx",
                "302, redirects to https://login.test/",
                Outcome.FAIL,
                Optional.of("If the redirect is meant to be followed, set `redirects`.")));
  }

  @Test
  void aRefusalNamesTheIdentityToken() {
    assertThat(evaluate(expect("2xx"), Answers.status(403)).assertions().get(0).settle())
        .hasValueSatisfying(text -> assertThat(text).contains("`target.auth: id-token`"));
  }

  private static Expect header(Optional<String> equals, Optional<String> regex, boolean exists) {
    return expect(new HeaderExpectation("Cache-Control", equals, regex.map(Regex::parse), exists));
  }

  @Test
  void aHeaderIsComparedByValue() {
    Expect expect = header(Optional.of("no-store"), Optional.empty(), true);
    Assertion good = second(expect, Answers.headers(Map.of("cache-control", "no-store")));
    assertThat(good.what()).isEqualTo("header cache-control");
    assertIs(good, "equal to \"no-store\"", "\"no-store\"", Outcome.PASS);
    assertIs(
        second(expect, Answers.headers(Map.of("cache-control", "public"))),
        "equal to \"no-store\"",
        "\"public\"",
        Outcome.FAIL);
    assertIs(second(expect, Answers.status(200)), "equal to \"no-store\"", "absent", Outcome.FAIL);
  }

  @Test
  void aHeaderIsComparedByRegex() {
    Expect expect = header(Optional.empty(), Optional.of("^no-"), true);
    assertIs(
        second(expect, Answers.headers(Map.of("cache-control", "no-cache"))),
        "a match of ^no-",
        "\"no-cache\"",
        Outcome.PASS);
    assertIs(
        second(expect, Answers.headers(Map.of("cache-control", "public"))),
        "a match of ^no-",
        "\"public\"",
        Outcome.FAIL);
  }

  @Test
  void aHeaderIsThereOrNot() {
    Expect present = header(Optional.empty(), Optional.empty(), true);
    Expect absent = header(Optional.empty(), Optional.empty(), false);
    Sample with = Answers.headers(Map.of("cache-control", "public"));
    Sample without = Answers.status(200);
    assertIs(second(present, with), "present", "\"public\"", Outcome.PASS);
    assertIs(second(present, without), "present", "absent", Outcome.FAIL);
    assertIs(second(absent, without), "absent", "absent", Outcome.PASS);
    assertIs(second(absent, with), "absent", "\"public\"", Outcome.FAIL);
  }

  private static Expect body(List<String> contains, List<String> regex, List<String> not) {
    return expect(new BodyExpectation(contains, regex.stream().map(Regex::parse).toList(), not));
  }

  @Test
  void aTextIsContainedOrNot() {
    Expect expect = body(List.of("ready"), List.of(), List.of());
    assertIs(
        second(expect, Answers.text("all ready")), "contains \"ready\"", "contained", Outcome.PASS);
    assertIs(
        second(expect, Answers.text("Ready")),
        "contains \"ready\"",
        "not in 5 characters",
        Outcome.FAIL);
    assertIs(second(expect, Answers.cut("x")), "contains \"ready\"", CUT, Outcome.INCONCLUSIVE);
    assertIs(
        second(expect, Answers.cut("ready x")), "contains \"ready\"", "contained", Outcome.PASS);
  }

  @Test
  void aRegexIsFoundOrNot() {
    Expect expect = body(List.of(), List.of("v\\d"), List.of());
    assertIs(second(expect, Answers.text("at v2 now")), "a match of v\\d", "\"v2\"", Outcome.PASS);
    assertIs(
        second(expect, Answers.text("at v")),
        "a match of v\\d",
        "not in 4 characters",
        Outcome.FAIL);
    assertIs(second(expect, Answers.cut("at")), "a match of v\\d", CUT, Outcome.INCONCLUSIVE);
    assertIs(second(expect, Answers.cut("v2 now")), "a match of v\\d", "\"v2\"", Outcome.PASS);
  }

  @Test
  void aMatchThatOwesItselfToTheCutIsUnsettled() {
    Expect noError = body(List.of(), List.of("^[^!]*$"), List.of());
    assertThat(second(noError, Answers.text("fine")).outcome()).isEqualTo(Outcome.PASS);
    assertThat(second(noError, Answers.cut("fine")).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void anAbsentTextIsAbsentFromAWholeBody() {
    Expect expect = body(List.of(), List.of(), List.of("Traceback"));
    String expected = "does not contain \"Traceback\"";
    assertIs(second(expect, Answers.text("fine")), expected, "not in 4 characters", Outcome.PASS);
    assertIs(second(expect, Answers.text("Traceback: …")), expected, "contained", Outcome.FAIL);
    assertIs(second(expect, Answers.cut("Traceback")), expected, "contained", Outcome.FAIL);
    assertIs(second(expect, Answers.cut("fine")), expected, CUT, Outcome.INCONCLUSIVE);
  }

  @Test
  void absenceFromAnEmptyBodyIsInconclusive() {
    Expect expect = body(List.of(), List.of(), List.of("Traceback"));
    assertIs(
        second(expect, Answers.text("")),
        "does not contain \"Traceback\"",
        "an empty body",
        Outcome.INCONCLUSIVE);
  }

  private static Expect latency(Optional<Duration> max, Optional<Duration> p95) {
    return expect(new LatencyExpectation(max, p95));
  }

  @Test
  void oneAnswerIsHeldAgainstTheMaximum() {
    Expect expect = latency(Optional.of(Duration.ofMillis(500)), Optional.empty());
    assertIs(second(expect, Answers.took(500)), "at most 500 ms", "500 ms", Outcome.PASS);
    assertIs(second(expect, Answers.took(501)), "at most 500 ms", "501 ms", Outcome.FAIL);
    assertThat(evaluate(expect, Answers.took(501)).metrics())
        .contains(Metric.bounded("latency", 501, Unit.MILLISECONDS, "at most 500 ms", false));
  }

  @Test
  void theSlowestOfSeveralIsHeldAgainstTheMaximum() {
    Expect expect = latency(Optional.of(Duration.ofSeconds(1)), Optional.empty());
    assertIs(
        second(expect, Answers.took(900), Answers.took(1250)),
        "at most 1 s",
        "1.25 s (the slowest of 2 samples)",
        Outcome.FAIL);
  }

  @Test
  void p95IsTheNearestRank() {
    Expect expect = latency(Optional.empty(), Optional.of(Duration.ofMillis(19)));
    Sample[] twenty = IntStream.rangeClosed(1, 20).mapToObj(Answers::took).toArray(Sample[]::new);
    assertIs(
        second(expect, twenty), "at most 19 ms", "19 ms (rank 19 of 20 samples)", Outcome.PASS);
    assertThat(evaluate(expect, twenty).metrics())
        .startsWith(
            Metric.measured("latency median", 10, Unit.MILLISECONDS),
            Metric.bounded("latency p95", 19, Unit.MILLISECONDS, "at most 19 ms", true),
            Metric.measured("latency max", 20, Unit.MILLISECONDS));
  }

  @Test
  void p95OfFewSamplesIsTheSlowest() {
    Expect expect = latency(Optional.empty(), Optional.of(Duration.ofMillis(4)));
    Sample[] five = IntStream.rangeClosed(1, 5).mapToObj(Answers::took).toArray(Sample[]::new);
    assertIs(second(expect, five), "at most 4 ms", "5 ms (the slowest of 5 samples)", Outcome.FAIL);
  }

  @Test
  void aCertificateHasDaysLeftOrNot() {
    Expect expect = expect(new CertificateExpectation(14));
    assertIs(
        second(expect, Answers.secured(Duration.ofDays(14))),
        "at least 14 days left",
        "14 days left, until 2026-09-29",
        Outcome.PASS);
    assertIs(
        second(expect, Answers.secured(Duration.ofDays(14).minusSeconds(1))),
        "at least 14 days left",
        "13 days left, until 2026-09-29",
        Outcome.FAIL);
    assertThat(evaluate(expect, Answers.secured(Duration.ofDays(63))).metrics())
        .contains(Metric.bounded("certificate days left", 63, Unit.DAYS, "at least 14", true));
  }

  @Test
  void aCertificateExpectedOfPlainHttpFails() {
    assertIs(
        second(expect(new CertificateExpectation(1)), Answers.status(200)),
        "at least 1 day left",
        "no TLS",
        Outcome.FAIL);
  }

  @Test
  void longTextsAreCutToAReadableLength() {
    Expect expect = header(Optional.of("x"), Optional.empty(), true);
    Sample sample = Answers.headers(Map.of("cache-control", "y".repeat(119) + "😀 and on"));
    assertThat(second(expect, sample).actual()).isEqualTo("\"" + "y".repeat(119) + "…\"");
  }
}

package dev.stageproof.checks.http;

import static dev.stageproof.checks.http.Answers.evaluate;
import static dev.stageproof.checks.http.Answers.expect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.checks.requests.At;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Metric;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.model.Unit;
import dev.stageproof.observe.HttpObservation;
import dev.stageproof.observe.HttpObservation.Phases;
import dev.stageproof.observe.HttpObservation.Sample;
import dev.stageproof.observe.HttpRequest;
import dev.stageproof.observe.HttpRequest.Redirects;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is asked, and what the whole answer comes to. */
class HttpCheckTest {
  private final HttpCheck check = new HttpCheck();

  @Test
  void itIsTheHttpCheckOfTheHealthSection() {
    assertThat(check.name()).isEqualTo("http");
    assertThat(check.title()).isEqualTo("HTTP endpoint");
    assertThat(check.section()).isEqualTo(Section.HEALTH);
    assertThat(check.settingsType()).isEqualTo(HttpSettings.class);
  }

  private static HttpSettings settings(
      String method, Optional<String> path, Optional<String> url, Optional<String> body) {
    return new HttpSettings(
        method,
        path,
        url,
        At.SERVICE,
        Answers.anyone(),
        Optional.empty(),
        Map.of("Accept", "*/*"),
        body,
        3,
        Redirects.SAME_HOST,
        expect("2xx"));
  }

  @Test
  void aPathIsAskedAtTheServicesAddress() {
    HttpSettings settings =
        settings("GET", Optional.of("/health?deep=1"), Optional.empty(), Optional.empty());
    assertThat(check.plan(settings, Answers.context(Optional.of("https://a.run.app/base/"))))
        .isEqualTo(
            CheckPlan.ask(
                new HttpRequest(
                    "GET",
                    "https://a.run.app/base/health?deep=1",
                    Map.of("Accept", "*/*"),
                    Optional.empty(),
                    Redirects.SAME_HOST,
                    3)));
  }

  @Test
  void aUrlNeedsNoTarget() {
    HttpSettings settings =
        settings("GET", Optional.empty(), Optional.of("http://b.test/x"), Optional.empty());
    CheckPlan plan = check.plan(settings, Answers.context(Optional.empty()));
    assertThat(Answers.request(plan).url()).isEqualTo("http://b.test/x");
  }

  @Test
  void withoutAnAddressTheTargetsGapSaysWhy() {
    HttpSettings settings = Answers.settings(expect("2xx"));
    assertThat(check.plan(settings, Answers.context(Optional.empty())))
        .isEqualTo(CheckPlan.impossible(Answers.NO_TARGET));
  }

  @Test
  void aKnownServiceWithoutAnAddressAsksForOne() {
    Identity identity =
        new Identity(
            "p",
            "r",
            "s",
            "s-1",
            "latest-ready",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Answers.NOW,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(new Identity.Share("s-1", 100, Optional.empty(), Optional.empty())),
            true,
            Optional.empty(),
            Optional.empty());
    CheckContext context =
        new CheckContext(
            Answers.NOW,
            new CheckContext.Known(identity),
            Optional.empty(),
            Optional.empty(),
            Path.of("/"),
            Duration.ofSeconds(20));
    assertThat(check.plan(Answers.settings(expect("2xx")), context))
        .isEqualTo(
            CheckPlan.impossible(
                Gap.of(
                    GapReason.UNKNOWN_TARGET,
                    "the service has no address",
                    "Set `target.url`, or give the check a `url` instead of a `path`.")));
  }

  @Test
  void aJsonBodyIsDeclaredAsJsonAndOtherTextAsText() {
    assertThat(sentWith("{\"a\":1}")).containsEntry("Content-Type", "application/json");
    assertThat(sentWith("a=1")).containsEntry("Content-Type", "text/plain; charset=utf-8");
  }

  private Map<String, String> sentWith(String body) {
    HttpSettings settings = settings("POST", Optional.of("/"), Optional.empty(), Optional.of(body));
    return Answers.request(check.plan(settings, Answers.context())).headers();
  }

  @Test
  void theUsersContentTypeStays() {
    HttpSettings settings =
        new HttpSettings(
            "POST",
            Optional.of("/"),
            Optional.empty(),
            At.SERVICE,
            Answers.anyone(),
            Optional.empty(),
            Map.of("content-type", "text/csv"),
            Optional.of("{}"),
            1,
            Redirects.NEVER,
            expect("2xx"));
    assertThat(Answers.request(check.plan(settings, Answers.context())).headers())
        .isEqualTo(Map.of("content-type", "text/csv"));
  }

  @Test
  void oneGoodAnswerPassesAndSaysHowLongItTook() {
    Evaluation evaluation = evaluate(expect("200"), Answers.json("{}"));
    assertThat(evaluation.outcome()).isEqualTo(Outcome.PASS);
    assertThat(evaluation.headline()).isEqualTo("200 in 12 ms");
    assertThat(evaluation.metrics())
        .containsExactly(
            Metric.measured("latency", 12, Unit.MILLISECONDS),
            Metric.measured("time to first byte", 9, Unit.MILLISECONDS));
  }

  @Test
  void aWrongStatusIsTheHeadline() {
    Evaluation evaluation = evaluate(expect("200"), Answers.status(503));
    assertThat(evaluation.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(evaluation.headline()).isEqualTo("503, expected 200");
  }

  @Test
  void anotherFailureStandsInTheHeadlineBesideTheStatus() {
    Evaluation evaluation =
        evaluate(
            expect(JsonExpectationTest.equal("$.status", "healthy")),
            Answers.json("{\"status\":\"down\"}"));
    assertThat(evaluation.headline())
        .isEqualTo("200 in 12 ms, but $.status: \"down\", expected \"healthy\"");
  }

  @Test
  void severalSamplesAreCountedInStatusAndHeadline() {
    Evaluation evaluation =
        evaluate(expect("200"), Answers.status(200), Answers.status(503), Answers.status(200));
    assertThat(evaluation.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(evaluation.headline()).isEqualTo("200 (2 of 3), 503 (1 of 3), expected 200");
    assertThat(evaluation.assertions()).contains(Assertion.of("answers", "3 of 3", "3 of 3", true));
  }

  @Test
  void manyDifferentStatusesAreNotAllTold() {
    Evaluation evaluation =
        evaluate(
            expect("200"),
            IntStream.range(500, 505).mapToObj(Answers::status).toArray(Sample[]::new));
    assertThat(evaluation.assertions().get(0).actual())
        .isEqualTo("500 (1 of 5), 501 (1 of 5), 502 (1 of 5) and 2 more");
  }

  @Test
  void samplesWithoutAnAnswerLeaveTheCheckUnsettled() {
    HttpObservation seen =
        new HttpObservation(
            List.of(Answers.status(200)), List.of("sample 2: can't connect to b:443: refused"));
    Evaluation evaluation = evaluate(Answers.settings(expect("200"), 2), seen);
    assertThat(evaluation.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(evaluation.assertions())
        .contains(
            Assertion.unsettled(
                "answers",
                "2 of 2",
                "1 of 2; sample 2: can't connect to b:443: refused",
                "Run again when every sample gets an answer."));
    assertThat(evaluation.headline())
        .isEqualTo(
            "200 in 12 ms, but answers: 1 of 2; sample 2: can't connect to b:443: refused,"
                + " expected 2 of 2");
  }

  @Test
  void aFailureAmongTheAnswersStaysAFailureWhateverElseIsMissing() {
    HttpObservation seen =
        new HttpObservation(List.of(Answers.status(500)), List.of("sample 2: timed out"));
    assertThat(evaluate(Answers.settings(expect("200"), 2), seen).outcome())
        .isEqualTo(Outcome.FAIL);
  }

  @Test
  void theAnswerIsShownWithItsPhases() {
    Sample slow =
        new Sample(
            Answers.NOW,
            503,
            "HTTP/1.1",
            Map.of("content-type", "application/json"),
            "{\"status\":\"unhealthy\"}",
            false,
            List.of(),
            new Phases(
                Duration.ZERO,
                Duration.ofMillis(20),
                Duration.ZERO,
                Duration.ofMillis(8020),
                Duration.ofMillis(8030)),
            Optional.empty());
    assertThat(evaluate(expect("200"), slow).excerpts().get(0).text())
        .isEqualTo(
            "HTTP/1.1 503  application/json  8.03 s (connect 0.02, first byte 8.02)\n"
                + "{\"status\":\"unhealthy\"}");
  }

  @Test
  void ofSeveralAnswersTheOneThatFailsIsShown() {
    Evaluation evaluation = evaluate(expect("200"), Answers.status(200), Answers.status(503));
    assertThat(evaluation.excerpts()).hasSize(1);
    assertThat(evaluation.excerpts().get(0).label()).isEqualTo("answer 2 of 2");
    assertThat(evaluation.excerpts().get(0).text())
        .isEqualTo("HTTP/1.1 503  no content type  12 ms (connect 2, first byte 9)");
  }

  @Test
  void anAnswerBehindARedirectSaysWhereItWasAsked() {
    Sample redirected =
        new Sample(
            Answers.NOW,
            200,
            "h2",
            Map.of(),
            "",
            false,
            List.of("https://backend.run.app/health"),
            new Phases(
                Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofMillis(5)),
            Optional.empty());
    assertThat(evaluate(expect("200"), redirected).excerpts().get(0).text())
        .isEqualTo("h2 200  no content type  5 ms  redirected from https://backend.run.app/health");
  }

  @Test
  void aLongBodyIsShownInPart() {
    Evaluation evaluation = evaluate(expect("200"), Answers.text("x".repeat(5312)));
    assertThat(evaluation.excerpts().get(0).text())
        .endsWith("x".repeat(2000) + "\n… 2,000 of 5,312 characters");
  }
}

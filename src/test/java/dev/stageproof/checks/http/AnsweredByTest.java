package dev.stageproof.checks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.checks.requests.AnsweredBy;
import dev.stageproof.checks.requests.AnsweredBy.Who;
import dev.stageproof.checks.requests.At;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Outcome;
import dev.stageproof.observe.AnswerersObservation;
import dev.stageproof.observe.AnswerersObservation.Answerer;
import dev.stageproof.observe.AnswerersObservation.Traced;
import dev.stageproof.observe.AnswerersRequest;
import dev.stageproof.observe.HttpObservation.Sample;
import dev.stageproof.observe.HttpRequest.Redirects;
import dev.stageproof.observe.LogSource;
import dev.stageproof.observe.TraceId;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.Sight;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Which revision answered is found out, not assumed. */
class AnsweredByTest {
  private static final Gap DENIED =
      Gap.noPermission("no access to the log", "grant roles/logging.viewer.", "x");
  private static final Duration LAG = Duration.ofMillis(2100);

  private final CheckContext context = Revisions.context(Revisions.tagged());

  private static Answerer by(String revision, int count) {
    return new Answerer(Optional.of(revision), count);
  }

  private static Function<AnswerersRequest, Sight<AnswerersObservation>> log(Answerer... by) {
    return log(Optional.empty(), by);
  }

  private static Function<AnswerersRequest, Sight<AnswerersObservation>> log(
      Optional<Gap> trouble, Answerer... by) {
    return look -> {
      TraceId trace = look.traces().get(0);
      Traced traced =
          new Traced(
              trace.hex(),
              trace.attempt(1).hex(),
              look.expected(trace),
              List.of(by),
              by.length == 0 ? Optional.empty() : Optional.of(Answers.NOW.plus(LAG)));
      return new Sight.Seen<>(
          new AnswerersObservation(List.of(traced), Duration.ofMinutes(2), trouble));
    };
  }

  private Assertion answeredBy(
      int samples, Function<AnswerersRequest, Sight<AnswerersObservation>> log) {
    Sample[] answers = Collections.nCopies(samples, Answers.status(200)).toArray(Sample[]::new);
    return Revisions.evaluate(
            Revisions.path(At.SERVICE, Revisions.tested(), samples), context, log, answers)
        .assertions()
        .stream()
        .filter(assertion -> assertion.what().equals("answered by"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theRequestLogIsAskedBesideTheRequest() {
    HttpSettings settings = Revisions.path(At.SERVICE, Revisions.tested(), 5);
    assertThat(Revisions.ask(settings, context).helpful())
        .isEqualTo(
            List.of(
                new AnswerersRequest(
                    new LogSource("acme-staging", "us-central1", "backend", Revisions.TESTED),
                    Answers.NOW,
                    List.copyOf(Revisions.requests(settings, context)),
                    Duration.ofMinutes(2))));
  }

  @Test
  void theTraceIsAFunctionOfTheRunAndTheRequestAndOfNothingSecret() {
    HttpSettings settings = Revisions.path(At.SERVICE, Revisions.tested(), 1);
    Optional<TraceId> trace = Revisions.requests(settings, context).get(0).trace();
    assertThat(trace).isPresent().isEqualTo(Revisions.requests(settings, context).get(0).trace());
    assertThat(
            Revisions.requests(
                Revisions.url(Revisions.SERVICE_URL + "/health?key=s3cret"), context))
        .singleElement()
        .satisfies(request -> assertThat(request.trace()).isEqualTo(trace));
    assertThat(Revisions.requests(Revisions.url(Revisions.SERVICE_URL + "/other"), context))
        .singleElement()
        .satisfies(request -> assertThat(request.trace()).isPresent().isNotEqualTo(trace));
  }

  @Test
  void aForeignAddressIsNotLookedForAndGetsNoTrace() {
    HttpSettings settings = Revisions.url("https://elsewhere.example/health");
    assertThat(Revisions.ask(settings, context).helpful()).isEmpty();
    assertThat(Revisions.requests(settings, context).get(0).trace()).isEmpty();
  }

  @Test
  void anUnknownTargetIsNotLookedFor() {
    HttpSettings settings = Revisions.path(At.SERVICE, Revisions.tested(), 1);
    assertThat(Revisions.ask(settings, Answers.context()).helpful()).isEmpty();
  }

  @Test
  void anySwitchesItOff() {
    HttpSettings settings = Revisions.path(At.SERVICE, Answers.anyone(), 1);
    assertThat(Revisions.ask(settings, context).helpful()).isEmpty();
    assertThat(Revisions.evaluate(settings, context, log(), Answers.status(200)).assertions())
        .extracting(Assertion::what)
        .containsExactly("status");
  }

  @Test
  void theRevisionUnderTestAnsweredEveryRequest() {
    assertThat(answeredBy(5, log(by(Revisions.TESTED, 5))))
        .isEqualTo(
            Assertion.of(
                "answered by",
                Revisions.TESTED,
                "backend-00641-kip (5 of 5), request log, lag 2.1 s",
                true));
  }

  @Test
  void anotherRevisionFailsTheCheckThoughTheAnswersAreGood() {
    Assertion assertion = answeredBy(1, log(by(Revisions.OTHER, 1)));
    assertThat(assertion.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(assertion.actual()).isEqualTo("backend-00640-wob (1 of 1), request log, lag 2.1 s");
    assertThat(assertion.settle())
        .hasValueSatisfying(s -> assertThat(s).contains("`at: revision`"));
  }

  @Test
  void aMixedAnswerIsToldWithCounts() {
    Assertion assertion = answeredBy(5, log(by(Revisions.TESTED, 3), by(Revisions.OTHER, 2)));
    assertThat(assertion.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(assertion.actual())
        .startsWith("backend-00641-kip (3 of 5), backend-00640-wob (2 of 5), request log");
  }

  @Test
  void oneOtherAnswerIsEnoughEvenWhenTheRestIsNotReadable() {
    assertThat(answeredBy(5, log(by(Revisions.OTHER, 1))).outcome()).isEqualTo(Outcome.FAIL);
  }

  @Test
  void entriesThatDoNotComeLeaveItOpen() {
    Assertion none = answeredBy(1, log());
    assertThat(none.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(none.actual()).isEqualTo("the request is not in the request log after 120.0 s");
    assertThat(none.settle())
        .hasValueSatisfying(s -> assertThat(s).contains("max-lag").contains("`answered-by: any`"));
    assertThat(answeredBy(5, log(by(Revisions.TESTED, 3))))
        .satisfies(
            some -> {
              assertThat(some.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
              assertThat(some.actual())
                  .isEqualTo(
                      "backend-00641-kip (3 of 5), request log, lag 2.1 s;"
                          + " 2 of 5 requests are not in the request log after 120.0 s");
            });
  }

  @Test
  void aLogThatMayNotBeReadLeavesItOpenWhateverTheTrafficSays() {
    Assertion assertion = answeredBy(1, look -> new Sight.Unseen<>(DENIED));
    assertThat(assertion)
        .isEqualTo(
            Assertion.unsettled(
                "answered by",
                Revisions.TESTED,
                "not seen: no access to the log",
                "grant roles/logging.viewer, or go by a response header with `answered-by: {header:"
                    + " NAME}`, or let it be with `answered-by: any`."));
  }

  @Test
  void troubleOnTheWayIsTold() {
    Assertion assertion = answeredBy(2, log(Optional.of(DENIED), by(Revisions.TESTED, 1)));
    assertThat(assertion.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(assertion.actual())
        .isEqualTo(
            "backend-00641-kip (1 of 2), request log, lag 2.1 s; not seen: no access to the log");
  }

  @Test
  void aRequestThatReachedNoRevisionProvesNothing() {
    Assertion assertion = answeredBy(1, log(new Answerer(Optional.empty(), 1)));
    assertThat(assertion.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(assertion.actual()).startsWith("no revision (1 of 1)");
  }

  @Test
  void everyRedirectWithinTheServiceIsARequestOfItsOwn() {
    Sample redirected =
        new Sample(
            Answers.NOW,
            200,
            "h2",
            Map.of(),
            "",
            false,
            List.of(Revisions.SERVICE_URL + "/health"),
            Answers.status(200).phases(),
            Optional.empty());
    HttpSettings settings = Revisions.path(At.SERVICE, Revisions.tested(), 1);
    assertThat(settings.redirects()).isEqualTo(Redirects.SAME_HOST);
    assertThat(
            Revisions.evaluate(settings, context, log(by(Revisions.TESTED, 1)), redirected)
                .outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(
            Revisions.evaluate(settings, context, log(by(Revisions.TESTED, 2)), redirected)
                .outcome())
        .isEqualTo(Outcome.PASS);
  }

  @Test
  void aHeaderOfTheAnswerTellsItInTheLogsPlace() {
    HttpSettings settings = Revisions.path(At.SERVICE, Revisions.byHeader("X-Revision"), 2);
    assertThat(Revisions.ask(settings, context).helpful()).isEmpty();
    Sample tested = Answers.headers(Map.of("x-revision", Revisions.TESTED));
    Sample other = Answers.headers(Map.of("x-revision", Revisions.OTHER));
    assertThat(headers(settings, tested, tested).outcome()).isEqualTo(Outcome.PASS);
    assertThat(headers(settings, tested, other))
        .satisfies(
            mixed -> {
              assertThat(mixed.outcome()).isEqualTo(Outcome.FAIL);
              assertThat(mixed.actual())
                  .isEqualTo(
                      "backend-00641-kip, header X-Revision (1 of 2),"
                          + " backend-00640-wob, header X-Revision (1 of 2)");
            });
    assertThat(headers(settings, tested, Answers.status(200)).outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
  }

  private Assertion headers(HttpSettings settings, Sample... samples) {
    return Revisions.evaluate(settings, context, log(), samples).assertions().stream()
        .filter(assertion -> assertion.what().equals("answered by"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aHeaderThatNobodyLooksAtIsRefused() {
    assertThatThrownBy(() -> new AnsweredBy(Who.ANY, Optional.of("X-Revision"), LAG))
        .hasMessage("with `who: any` nobody looks at a header");
    assertThat(DENIED.reason()).isEqualTo(GapReason.NO_PERMISSION);
  }
}

package dev.stageproof.checks.grpchealth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.checks.requests.AnsweredBy;
import dev.stageproof.checks.requests.AnsweredBy.Who;
import dev.stageproof.checks.requests.At;
import dev.stageproof.checks.requests.LatencyExpectation;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.Metric;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Secret;
import dev.stageproof.observe.GrpcHealthObservation;
import dev.stageproof.observe.GrpcHealthObservation.Answer;
import dev.stageproof.observe.GrpcHealthRequest;
import dev.stageproof.spi.Auth;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.Observation;
import dev.stageproof.spi.Observations;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Sight;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is asked for, and what is made of the answers. */
class GrpcHealthCheckTest {
  private static final Instant NOW = Instant.parse("2026-09-15T08:47:00Z");
  private static final String URL = "https://staging.example.com";
  private static final Gap NO_TARGET = Gap.of(GapReason.NOT_FOUND, "no such service", "Deploy it.");

  private static CheckContext context(Auth auth) {
    return new CheckContext(
        NOW,
        new CheckContext.Unknown(NO_TARGET),
        Optional.of(URL),
        Optional.empty(),
        Path.of("."),
        auth,
        Duration.ofSeconds(20));
  }

  private static Expect expect(Optional<Duration> max, String... statuses) {
    return new Expect(
        List.of(statuses).stream().map(ServingStatus::new).toList(),
        new LatencyExpectation(max, Optional.empty()));
  }

  private static GrpcHealthSettings settings(Expect expect, int samples, String... services) {
    return settings(Optional.empty(), At.SERVICE, Map.of(), samples, expect, services);
  }

  private static GrpcHealthSettings settings(
      Optional<String> url,
      At at,
      Map<String, String> headers,
      int samples,
      Expect expect,
      String... services) {
    return new GrpcHealthSettings(
        List.of(services),
        url,
        at,
        new AnsweredBy(Who.TESTED, Optional.empty(), Duration.ofMinutes(2)),
        Optional.empty(),
        headers,
        samples,
        expect);
  }

  private static final Expect SERVING = expect(Optional.empty(), "SERVING");

  private static Answer told(String service, String status, int millis) {
    return new Answer(
        service,
        NOW,
        Optional.of(status),
        "OK",
        "",
        Optional.empty(),
        Map.of(),
        Duration.ofMillis(millis));
  }

  private static Answer failed(String code, String message, Optional<Integer> http) {
    return new Answer(
        "", NOW, Optional.empty(), code, message, http, Map.of(), Duration.ofMillis(5));
  }

  private record Seen(GrpcHealthObservation seen) implements Observations {
    @Override
    public <O extends Observation> Sight<O> sight(Request<O> request) {
      return new Sight.Seen<>(request.observationType().cast(seen));
    }
  }

  private static Evaluation evaluate(GrpcHealthSettings settings, Auth auth, Answer... answers) {
    return new GrpcHealthCheck()
        .evaluate(
            settings,
            context(auth),
            new Seen(new GrpcHealthObservation(List.of(answers), List.of())));
  }

  private static Evaluation evaluate(GrpcHealthSettings settings, Answer... answers) {
    return evaluate(settings, Auth.none(), answers);
  }

  @Test
  void theServiceIsAskedAtItsAddress() {
    CheckPlan plan =
        new GrpcHealthCheck().plan(settings(SERVING, 2, "", "a.B"), context(Auth.none()));
    GrpcHealthRequest asked = (GrpcHealthRequest) ((CheckPlan.Ask) plan).requests().get(0);
    assertThat(asked.url()).isEqualTo(URL);
    assertThat(asked.subject()).isEqualTo("gRPC health of " + URL + ": a.B");
    assertThat(asked.entries()).isEqualTo(4);
    assertThat(asked.reproduce())
        .containsExactly(
            "printf '\\000\\000\\000\\000\\000' | curl -sS -i -o - --http2 -H 'Content-Type:"
                + " application/grpc' -H 'TE: trailers' --data-binary @- "
                + URL
                + "/grpc.health.v1.Health/Check | cat -v",
            "printf '\\000\\000\\000\\000\\005\\012\\003a.B' | curl -sS -i -o - --http2 -H"
                + " 'Content-Type: application/grpc' -H 'TE: trailers' --data-binary @- "
                + URL
                + "/grpc.health.v1.Health/Check | cat -v");
    assertThat(
            new GrpcHealthCheck()
                .plan(
                    settings(Optional.empty(), At.REVISION, Map.of(), 1, SERVING, ""),
                    context(Auth.none())))
        .isEqualTo(CheckPlan.impossible(NO_TARGET));
  }

  @Test
  void servingPassesWithItsTime() {
    Evaluation good = evaluate(settings(SERVING, 1, ""), told("", "SERVING", 12));
    assertThat(good.outcome()).isEqualTo(Outcome.PASS);
    assertThat(good.headline()).isEqualTo("SERVING in 12 ms");
    assertThat(good.assertions())
        .containsExactly(Assertion.of("health", "SERVING", "SERVING", true));
    assertThat(good.metrics()).extracting(Metric::name).containsExactly("latency");
    assertThat(good.excerpts().get(0).text()).isEqualTo("SERVING  the server as a whole  12 ms");
  }

  @Test
  void everySampleOfEveryServiceCounts() {
    Evaluation flapping =
        evaluate(
            settings(SERVING, 2, "", "a.B"),
            told("", "SERVING", 1),
            told("a.B", "SERVING", 1),
            told("", "SERVING", 1),
            told("a.B", "NOT_SERVING", 1));
    assertThat(flapping.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(flapping.headline())
        .isEqualTo("health of a.B: SERVING (1 of 2), NOT_SERVING (1 of 2), expected SERVING");
    Expect either = expect(Optional.empty(), "SERVING", "NOT_SERVING");
    assertThat(evaluate(settings(either, 1, ""), told("", "NOT_SERVING", 1)).outcome())
        .isEqualTo(Outcome.PASS);
  }

  @Test
  void aSlowAnswerFailsItsBound() {
    Expect fast = expect(Optional.of(Duration.ofMillis(10)), "SERVING");
    Evaluation slow = evaluate(settings(fast, 1, ""), told("", "SERVING", 11));
    assertThat(slow.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(slow.headline()).isEqualTo("latency: 11 ms, expected at most 10 ms");
    assertThat(evaluate(settings(fast, 1, ""), told("", "SERVING", 10)).outcome())
        .isEqualTo(Outcome.PASS);
  }

  @Test
  void whatIsNoHealthFailsAndSaysWhatToDo() {
    assertThat(first(failed("UNIMPLEMENTED", "Method not found", Optional.empty())))
        .satisfies(
            mute -> {
              assertThat(mute.outcome()).isEqualTo(Outcome.FAIL);
              assertThat(mute.actual()).isEqualTo("UNIMPLEMENTED: Method not found");
              assertThat(mute.settle())
                  .hasValueSatisfying(
                      s -> assertThat(s).contains("register grpc.health.v1.Health"));
            });
    assertThat(first(failed("NOT_FOUND", "unknown service", Optional.empty())).settle())
        .hasValueSatisfying(s -> assertThat(s).contains("does not know this name"));
    assertThat(first(failed("UNAVAILABLE", "draining", Optional.empty())))
        .satisfies(
            down -> {
              assertThat(down.outcome()).isEqualTo(Outcome.FAIL);
              assertThat(down.actual()).isEqualTo("UNAVAILABLE: draining");
            });
    assertThat(first(failed("PERMISSION_DENIED", "HTTP status code 403", Optional.of(403))))
        .satisfies(
            shut -> {
              assertThat(shut.outcome()).isEqualTo(Outcome.FAIL);
              assertThat(shut.settle())
                  .hasValueSatisfying(s -> assertThat(s).contains("`auth: id-token`"));
            });
  }

  private static Assertion first(Answer answer) {
    return evaluate(settings(SERVING, 1, ""), answer).assertions().get(0);
  }

  @Test
  void whatTheFrontEndSaysInTheServersPlaceIsNoAnswer() {
    Auth token =
        new Auth(
            Auth.Type.BEARER,
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Secret("s3cret-token")));
    Answer refused =
        failed(
            "PERMISSION_DENIED",
            "HTTP status code 403\nYour client does not have permission to get URL",
            Optional.of(403));
    Evaluation evaluation = evaluate(settings(SERVING, 1, ""), token, refused);
    assertThat(evaluation.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(evaluation.assertions())
        .singleElement()
        .satisfies(
            access -> {
              assertThat(access.what()).isEqualTo("access");
              assertThat(access.actual()).isEqualTo("403: refused before the service was reached");
            });
  }

  @Test
  void callsWithoutAnAnswerLeaveItOpen() {
    Evaluation some =
        new GrpcHealthCheck()
            .evaluate(
                settings(SERVING, 2, ""),
                context(Auth.none()),
                new Seen(
                    new GrpcHealthObservation(
                        List.of(told("", "SERVING", 1)), List.of("sample 2: no answer"))));
    assertThat(some.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(some.headline()).isEqualTo("answers: 1 of 2; sample 2: no answer, expected 2 of 2");
  }

  @Test
  void settingsThatCanNotBeAreRefused() {
    refused("a service's name has up to 120 letters, digits, `.`, `_`, `:`, `/` and `-`", "a b");
    refused("name a service; `''` is the server as a whole");
    assertThatThrownBy(() -> settings(SERVING, 0, ""))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage("`samples` is from 1 to 1000");
    assertThatThrownBy(() -> at(URL + "/health", At.SERVICE, Map.of()))
        .hasMessage(
            "a gRPC server has no path: give scheme, host and port of `" + URL + "/health`");
    assertThatThrownBy(() -> at(URL, At.BOTH, Map.of()))
        .hasMessage("`at` goes with the service's own addresses; a `url` says where by itself");
    assertThatThrownBy(() -> at(URL, At.SERVICE, Map.of("X-Raw-Bin", "1")))
        .hasMessageStartingWith("`X-Raw-Bin` can't be sent as metadata");
    assertThatThrownBy(() -> at(URL, At.SERVICE, Map.of("traceparent", "1")))
        .hasMessageStartingWith("a trace of your own hides the one");
    assertThatThrownBy(() -> new ServingStatus("serving"))
        .hasMessage("`serving` is not SERVING, NOT_SERVING or UNKNOWN");
  }

  private static void refused(String message, String... services) {
    assertThatThrownBy(() -> settings(SERVING, 1, services))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage(message);
  }

  private static GrpcHealthSettings at(String url, At at, Map<String, String> headers) {
    return settings(Optional.of(url), at, headers, 1, SERVING, "");
  }
}

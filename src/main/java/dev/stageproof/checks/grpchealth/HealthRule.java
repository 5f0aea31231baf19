package dev.stageproof.checks.grpchealth;

import dev.stageproof.checks.requests.Door;
import dev.stageproof.checks.requests.Finding;
import dev.stageproof.checks.requests.Quote;
import dev.stageproof.checks.requests.Tally;
import dev.stageproof.model.Assertion;
import dev.stageproof.observe.GrpcHealthObservation.Answer;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Optional;

/** What each service has to say of its health. */
record HealthRule(Expect expect, Door door) {

  /** One assertion for each service that answered; being let in alone where one was not. */
  List<Assertion> assess(List<String> services, List<Answer> answers) {
    Optional<Answer> refused = answers.stream().filter(this::shut).findFirst();
    return refused
        .map(answer -> List.of(refused(answer)))
        .orElseGet(
            () ->
                services.stream()
                    .distinct()
                    .map(service -> of(service, answers))
                    .filter(list -> !list.isEmpty())
                    .map(this::assess)
                    .toList());
  }

  private static List<Answer> of(String service, List<Answer> answers) {
    return answers.stream().filter(answer -> answer.service().equals(service)).toList();
  }

  private Assertion assess(List<Answer> answers) {
    String service = answers.get(0).service();
    String what = service.isEmpty() ? "health" : "health of " + service;
    return Tally.of(what, expect.words(), answers, this::compare);
  }

  /** True when the front end refused a proof: the server itself has said nothing. */
  boolean shut(Answer answer) {
    String challenge = answer.headers().getOrDefault("www-authenticate", "");
    return answer.http().filter(http -> door.shut(http, answer.message(), challenge)).isPresent();
  }

  private Assertion refused(Answer answer) {
    int http = answer.http().orElseThrow();
    return Assertion.unsettled(
        "access",
        "let in",
        http + ": refused before the service was reached",
        door.advice(http).orElseThrow());
  }

  private Finding compare(Answer answer) {
    return answer
        .status()
        .map(told -> Finding.of(told, expect.takes(told)))
        .orElseGet(() -> Finding.failed(failed(answer), advice(answer)));
  }

  /** "NOT_FOUND: unknown service". */
  static String failed(Answer answer) {
    String line = answer.line().isBlank() ? "" : ": " + Quote.of(answer.line());
    return answer.code() + line;
  }

  private Optional<String> advice(Answer answer) {
    return switch (answer.code()) {
      case "UNIMPLEMENTED" ->
          Optional.of(
              "The server does not speak the health protocol: register grpc.health.v1.Health in it,"
                  + " or ask it by a check of another type.");
      case "NOT_FOUND" ->
          Optional.of(
              "The server's health service does not know this name: set its status there, or ask"
                  + " for a name that it knows; the empty name is the server as a whole.");
      case "UNAUTHENTICATED" -> door.advice(HttpURLConnection.HTTP_UNAUTHORIZED);
      case "PERMISSION_DENIED" -> door.advice(HttpURLConnection.HTTP_FORBIDDEN);
      default -> Optional.of("Look into the service's log for the time of the call.");
    };
  }
}

package dev.stageproof.checks.grpchealth;

import dev.stageproof.checks.requests.Answerers;
import dev.stageproof.checks.requests.Asked;
import dev.stageproof.checks.requests.Door;
import dev.stageproof.checks.requests.Exchanged;
import dev.stageproof.checks.requests.Latencies;
import dev.stageproof.checks.requests.LatencyMetrics;
import dev.stageproof.checks.requests.Quote;
import dev.stageproof.checks.requests.TimeText;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Excerpt;
import dev.stageproof.model.Metric;
import dev.stageproof.model.Outcome;
import dev.stageproof.observe.GrpcHealthObservation;
import dev.stageproof.observe.GrpcHealthObservation.Answer;
import dev.stageproof.observe.GrpcHealthRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came from one address, compared with what is expected.
 *
 * @param assertions not yet labelled with the address; being let in, or the health, comes first
 */
record Told(
    GrpcHealthSettings settings,
    Asked<GrpcHealthRequest> asked,
    List<Answer> answers,
    List<Assertion> assertions) {

  /** More answers than these are not shown one by one. */
  private static final int MOST_LINES = 20;

  static Told of(
      GrpcHealthSettings settings,
      Asked<GrpcHealthRequest> asked,
      GrpcHealthObservation seen,
      Door door,
      Answerers answerers) {
    HealthRule rule = new HealthRule(settings.expect(), door);
    List<Answer> answers = seen.answers();
    List<Assertion> all = new ArrayList<>(rule.assess(settings.service(), answers));
    answers(asked.request(), seen).ifPresent(all::add);
    if (answers.stream().noneMatch(rule::shut)) {
      all.addAll(settings.expect().latency().assess(latencies(answers)));
      answerers.of(exchanged(asked.request(), answers)).ifPresent(all::add);
    }
    return new Told(settings, asked, answers, all);
  }

  private static Exchanged exchanged(GrpcHealthRequest request, List<Answer> answers) {
    Instant last =
        answers.stream().map(Answer::sentAt).max(Comparator.naturalOrder()).orElseThrow();
    return new Exchanged(
        request, answers.size(), last, answers.stream().map(Answer::headers).toList());
  }

  /** Nothing is proven about the calls that got no answer. */
  private static Optional<Assertion> answers(
      GrpcHealthRequest request, GrpcHealthObservation seen) {
    int wanted = request.entries();
    String expected = wanted + " of " + wanted;
    String actual = seen.answers().size() + " of " + wanted;
    return seen.failures().isEmpty()
        ? Optional.empty()
        : Optional.of(
            Assertion.unsettled(
                "answers",
                expected,
                actual + "; " + Quote.of(String.join("; ", seen.failures())),
                "Run again when every call gets an answer."));
  }

  private static Latencies latencies(List<Answer> answers) {
    return Latencies.of(answers.stream().map(Answer::took).toList());
  }

  String headline() {
    Outcome outcome = Outcome.all(assertions.stream().map(Assertion::outcome).toList());
    if (outcome == Outcome.PASS) {
      String told =
          answers.stream()
              .flatMap(answer -> answer.status().stream())
              .distinct()
              .collect(Collectors.joining(", "));
      return asked.headed(told + " in " + TimeText.of(latencies(answers).max()));
    }
    List<Assertion> decisive = assertions.stream().filter(one -> one.outcome() == outcome).toList();
    Assertion first = decisive.get(0);
    String more = decisive.size() == 1 ? "" : " (and " + (decisive.size() - 1) + " more)";
    return asked.headed(
        first.what() + ": " + first.actual() + ", expected " + first.expected() + more);
  }

  List<Assertion> labelled() {
    return assertions.stream().map(asked::labelled).toList();
  }

  List<Metric> metrics() {
    return LatencyMetrics.of(settings.expect().latency(), latencies(answers)).stream()
        .map(asked::labelled)
        .toList();
  }

  /** {@code SERVING the server as a whole 12 ms}, a line for each answer. */
  Excerpt excerpt() {
    List<String> lines =
        new ArrayList<>(answers.stream().limit(MOST_LINES).map(Told::line).toList());
    if (answers.size() > MOST_LINES) {
      lines.add("… and " + (answers.size() - MOST_LINES) + " more");
    }
    return asked.labelled(Excerpt.of("health", String.join("\n", lines)));
  }

  private static String line(Answer answer) {
    String whose = answer.service().isEmpty() ? "the server as a whole" : answer.service();
    String told = answer.status().orElseGet(() -> HealthRule.failed(answer));
    return told + "  " + whose + "  " + TimeText.of(answer.took());
  }
}

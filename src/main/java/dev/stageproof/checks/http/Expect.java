package dev.stageproof.checks.http;

import dev.stageproof.checks.requests.Door;
import dev.stageproof.checks.requests.Finding;
import dev.stageproof.checks.requests.LatencyExpectation;
import dev.stageproof.checks.requests.Quote;
import dev.stageproof.checks.requests.Tally;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.OneOrMany;
import dev.stageproof.observe.HttpObservation.Sample;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the answer has to be like; every answer, when several are asked for. */
@Doc("What the answer has to be like. Every expectation is compared on its own.")
public record Expect(
    @OneOrMany
        @Doc(
            value = "The right statuses: a number, a class such as `2xx`, or a list of them.",
            def = "[2xx]",
            example = "[200, 204]")
        List<StatusMatch> status,
    @Doc("What single headers have to be.") List<HeaderExpectation> headers,
    @Doc("What single values in a JSON body have to be.") List<JsonExpectation> json,
    @Doc("What the text of the body has to be like.") BodyExpectation body,
    @Doc("How fast the answers have to be.") LatencyExpectation latency,
    @Doc("How long the server's TLS certificate has to be valid.")
        Optional<CertificateExpectation> certificate) {

  public Expect {
    status = List.copyOf(status);
    headers = List.copyOf(headers);
    json = List.copyOf(json);
    if (status.isEmpty()) {
      throw new InvalidSetting("status", "name at least one status, such as 200 or 2xx");
    }
  }

  /** True when something is expected of the body. */
  boolean readsBody() {
    return !json.isEmpty() || !body.isEmpty();
  }

  /** True when the status is one of the right ones. */
  boolean takes(int seen) {
    return status.stream().anyMatch(match -> match.matches(seen));
  }

  /** Every comparison; the status comes first. */
  List<Assertion> assess(List<Sample> samples, Door door) {
    List<Assertion> all = new ArrayList<>();
    all.add(assessStatus(samples, door));
    headers.forEach(header -> all.addAll(header.assess(samples)));
    List<JsonBody> trees = json.isEmpty() ? List.of() : samples.stream().map(JsonBody::of).toList();
    json.forEach(value -> all.addAll(value.assess(trees)));
    all.addAll(body.assess(samples));
    all.addAll(latency.assess(Measured.latencies(samples)));
    certificate.ifPresent(days -> all.add(days.assess(samples)));
    return all;
  }

  private Assertion assessStatus(List<Sample> samples, Door door) {
    String expected = status.stream().map(StatusMatch::text).collect(Collectors.joining(" or "));
    return Tally.of("status", expected, samples, sample -> compareStatus(sample, door));
  }

  private Finding compareStatus(Sample sample, Door door) {
    if (takes(sample.status())) {
      return Finding.of(String.valueOf(sample.status()), true);
    }
    String location = sample.headers().getOrDefault("location", "");
    String elsewhere = location.isEmpty() ? "" : ", redirects to " + Quote.of(location);
    return Finding.failed(sample.status() + elsewhere, advice(sample.status(), door));
  }

  private static Optional<String> advice(int status, Door door) {
    if (status == HttpURLConnection.HTTP_NOT_FOUND) {
      return Optional.of("Check the path.");
    }
    return StatusMatch.REDIRECTION.matches(status)
        ? Optional.of("If the redirect is meant to be followed, set `redirects`.")
        : door.advice(status);
  }
}

package dev.stageproof.observe;

import dev.stageproof.observe.HttpObservation.Sample;
import dev.stageproof.spi.Diagnosis;
import dev.stageproof.spi.Permission;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an answer tells about the access to its server, and about our clock. */
final class HttpDiagnoses {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int SECOND = 1000;

  /** Where our clock and a server's are further apart, windows and ages are off by as much. */
  private static final Duration MOST_SKEW = Duration.ofSeconds(5);

  private static final Permission INVOKE = new Permission("run.routes.invoke", "roles/run.invoker");

  /** What the front end of Cloud Run says when it turns a request away before the service. */
  private static final String TURNED_AWAY = "Your client does not have permission";

  private HttpDiagnoses() {}

  static List<Diagnosis> of(Sample sample) {
    List<Diagnosis> diagnoses = new ArrayList<>();
    diagnoses.add(access(sample));
    skew(sample).filter(HttpDiagnoses::matters).map(HttpDiagnoses::clock).ifPresent(diagnoses::add);
    return diagnoses;
  }

  private static Diagnosis access(Sample sample) {
    boolean refused = sample.status() == UNAUTHORIZED || sample.status() == FORBIDDEN;
    String answered = "answered " + sample.status();
    if (refused && turnedAway(sample)) {
      return Diagnosis.denied(
          answered
              + (sample.status() == FORBIDDEN
                  ? ": Cloud Run lets only invokers in"
                  : ": Cloud Run did not accept the identity token"),
          INVOKE);
    }
    if (refused) {
      return Diagnosis.warning(
          answered + ", by the service itself",
          "send what it asks for with `headers`, unless the check expects this");
    }
    if (sample.status() == NOT_FOUND && fromFrontEnd(sample)) {
      return Diagnosis.warning(
          answered + ", by Google's front end and not by the service",
          "check the address and the service's ingress");
    }
    return Diagnosis.ok(answered);
  }

  private static boolean turnedAway(Sample sample) {
    return sample.body().contains(TURNED_AWAY)
        || sample.headers().getOrDefault("www-authenticate", "").startsWith("Bearer error=");
  }

  /** The front end's own page; a service answers through the same front end. */
  private static boolean fromFrontEnd(Sample sample) {
    return sample.body().contains("<title>Error 404 (Page not found)!!1</title>")
        || sample.body().contains("The requested URL was not found on this server.");
  }

  /** How far the server's clock is ahead of ours; its header has whole seconds only. */
  private static Optional<Duration> skew(Sample sample) {
    return Optional.ofNullable(sample.headers().get("date"))
        .flatMap(HttpDiagnoses::instant)
        .map(
            server ->
                Duration.between(
                    sample.sentAt().plus(sample.phases().total().dividedBy(2)), server));
  }

  private static Optional<Instant> instant(String date) {
    try {
      return Optional.of(
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static boolean matters(Duration skew) {
    return skew.abs().compareTo(MOST_SKEW) > 0;
  }

  private static Diagnosis clock(Duration skew) {
    long seconds = Math.round(skew.abs().toMillis() / (double) SECOND);
    return Diagnosis.warning(
        "this machine's clock is about %d s %s the server's"
            .formatted(seconds, skew.isNegative() ? "ahead of" : "behind"),
        "set the clock, for instance with NTP: ages and log windows are off by as much");
  }
}

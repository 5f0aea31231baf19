package dev.stageproof.checks.requests;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Gap;
import dev.stageproof.observe.AnswerersObservation;
import dev.stageproof.observe.AnswerersObservation.Answerer;
import dev.stageproof.observe.AnswerersObservation.Traced;
import dev.stageproof.spi.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Which revision answered, by the request log.
 *
 * @param revision the revision under test
 */
record AnswererRule(String revision, Exchanged sent) {
  static final String WHAT = "answered by";

  private static final String OTHERWISE =
      ", or go by a response header with `answered-by: {header: NAME}`, or let it be with"
          + " `answered-by: any`.";

  Assertion assertion(Sight<AnswerersObservation> sight) {
    return sight.seen().map(this::assertion).orElseGet(() -> unread("", sight.gap().orElseThrow()));
  }

  private Assertion unread(String before, Gap gap) {
    return Assertion.unsettled(
        WHAT, revision, before + "not seen: " + gap.message(), settled(gap.settle()) + OTHERWISE);
  }

  private static String settled(String settle) {
    return settle.endsWith(".") ? settle.substring(0, settle.length() - 1) : settle;
  }

  private Assertion assertion(AnswerersObservation seen) {
    Traced own = seen.of(sent.request());
    int wanted = Math.max(sent.count(), own.expected());
    boolean others =
        own.by().stream()
            .flatMap(by -> by.revision().stream())
            .anyMatch(by -> !by.equals(revision));
    if (others) {
      return Answerers.failed(revision, counted(own, wanted) + source(own));
    }
    boolean refused = own.by().stream().anyMatch(by -> by.revision().isEmpty());
    if (own.seen() >= wanted && !refused) {
      return Assertion.of(WHAT, revision, counted(own, wanted) + source(own), true);
    }
    return refused ? unanswered(own, wanted) : missing(own, wanted, seen);
  }

  private Assertion unanswered(Traced own, int wanted) {
    return Assertion.unsettled(
        WHAT,
        revision,
        counted(own, wanted) + source(own),
        "See that the request is let in: the front end answered in the service's place.");
  }

  private Assertion missing(Traced own, int wanted, AnswerersObservation seen) {
    String some = own.by().isEmpty() ? "" : counted(own, wanted) + source(own) + "; ";
    if (seen.trouble().isPresent()) {
      return unread(some, seen.trouble().get());
    }
    return Assertion.unsettled(
        WHAT,
        revision,
        some + left(own, wanted) + " in the request log after " + seconds(seen.waited()),
        "Raise `answered-by: {max-lag: …}`, see that request logs are not excluded from the log"
            + " store"
            + OTHERWISE);
  }

  private static String left(Traced own, int wanted) {
    int left = wanted - own.seen();
    return wanted == 1 ? "the request is not" : left + " of " + wanted + " requests are not";
  }

  /** "backend-00641-kip (5 of 5)", each revision with its count. */
  private static String counted(Traced own, int wanted) {
    int all = Math.max(wanted, own.seen());
    return own.by().stream()
        .map(by -> name(by) + " (" + by.count() + " of " + all + ")")
        .collect(Collectors.joining(", "));
  }

  private static String name(Answerer by) {
    return by.revision().orElse("no revision");
  }

  private String source(Traced own) {
    return ", request log" + own.readableAt().map(at -> ", lag " + seconds(lag(at))).orElse("");
  }

  /** Until the last request's entry was readable, both by the clock of this machine. */
  private Duration lag(Instant readableAt) {
    Duration lag = Duration.between(sent.last(), readableAt);
    return lag.isNegative() ? Duration.ZERO : lag;
  }

  private static String seconds(Duration length) {
    return String.format(Locale.ROOT, "%.1f s", length.toMillis() / 1000.0);
  }
}

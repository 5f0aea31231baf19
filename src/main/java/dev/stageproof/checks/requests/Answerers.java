package dev.stageproof.checks.requests;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Outcome;
import dev.stageproof.observe.AnswerersRequest;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.Observations;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether the revision under test answered, by what the settings say. */
public record Answerers(
    AnsweredBy answeredBy,
    CheckContext context,
    Observations observations,
    Optional<AnswerersRequest> look) {

  static final String WHAT = AnswererRule.WHAT;

  /** Empty where it is not to be found out. */
  public Optional<Assertion> of(Exchanged sent) {
    if (answeredBy.header().isPresent()) {
      return Optional.of(byHeader(answeredBy.header().get(), sent));
    }
    return sent.request().trace().isEmpty()
        ? Optional.empty()
        : look.flatMap(
            log ->
                revision()
                    .map(
                        tested ->
                            new AnswererRule(tested, sent).assertion(observations.sight(log))));
  }

  private Assertion byHeader(String header, Exchanged sent) {
    String expected = revision().orElse("the revision under test");
    return Tally.of(WHAT, expected, sent.headers(), headers -> byHeader(header, headers));
  }

  private Finding byHeader(String header, Map<String, String> headers) {
    Optional<String> named = Optional.ofNullable(headers.get(header.toLowerCase(Locale.ROOT)));
    if (named.isEmpty()) {
      return Finding.unsettled(
          "not told: no header " + header,
          "See that the service sends the header, or take it out of `answered-by`: then the request"
              + " log is asked.");
    }
    String told = Quote.of(named.get()) + ", header " + header;
    if (revision().isEmpty()) {
      return Finding.unsettled(told, "Let the revision under test be found out first.");
    }
    boolean tested = named.get().equals(revision().get());
    return tested ? Finding.of(told, true) : Finding.failed(told, Optional.of(ADVICE));
  }

  private static final String ADVICE =
      "Give the revision under test its traffic, or ask it at its own address with `at: revision`.";

  static Assertion failed(String revision, String actual) {
    return new Assertion(WHAT, revision, actual, Outcome.FAIL, Optional.of(ADVICE));
  }

  private Optional<String> revision() {
    return context.identity().map(tested -> tested.revision());
  }
}

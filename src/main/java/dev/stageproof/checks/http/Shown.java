package dev.stageproof.checks.http;

import dev.stageproof.checks.requests.Door;
import dev.stageproof.checks.requests.Quote;
import dev.stageproof.checks.requests.TimeText;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Excerpt;
import dev.stageproof.model.Outcome;
import dev.stageproof.observe.Access;
import dev.stageproof.observe.HttpObservation.Phases;
import dev.stageproof.observe.HttpObservation.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The answer that is shown as proof: the first one that is not as expected, else the first. */
final class Shown {
  private static final int MOST_OF_A_BODY = 2000;

  private Shown() {}

  static Excerpt of(Expect expect, List<Sample> samples) {
    int index = samples.size() == 1 ? 0 : telling(expect, samples);
    Sample sample = samples.get(index);
    String label =
        samples.size() == 1 ? "answer" : "answer " + (index + 1) + " of " + samples.size();
    String body = body(sample);
    return Excerpt.of(label, head(sample) + (body.isEmpty() ? "" : "\n" + body));
  }

  private static int telling(Expect expect, List<Sample> samples) {
    Door open = new Door(Access.none(), Optional.empty());
    for (int i = 0; i < samples.size(); i++) {
      List<Assertion> alone = expect.assess(List.of(samples.get(i)), open);
      if (!alone.stream().allMatch(assertion -> assertion.outcome() == Outcome.PASS)) {
        return i;
      }
    }
    return 0;
  }

  /** {@code HTTP/1.1 503 application/json 8.03 s (connect 0.02, first byte 8.02)}. */
  private static String head(Sample sample) {
    List<String> words = new ArrayList<>();
    words.add(sample.protocol() + " " + sample.status());
    words.add(Quote.of(sample.headers().getOrDefault("content-type", "no content type")));
    words.add(TimeText.of(sample.phases().total()) + phases(sample.phases()));
    if (!sample.redirects().isEmpty()) {
      words.add("redirected from " + Quote.of(String.join(", ", sample.redirects())));
    }
    return String.join("  ", words);
  }

  private static String phases(Phases phases) {
    List<String> parts = new ArrayList<>();
    phase(parts, "dns", phases.dns(), phases);
    phase(parts, "connect", phases.connect(), phases);
    phase(parts, "tls", phases.tls(), phases);
    phase(parts, "first byte", phases.firstByte(), phases);
    return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
  }

  private static void phase(List<String> parts, String name, Duration length, Phases all) {
    if (!length.isZero()) {
      parts.add(name + " " + TimeText.inUnitOf(all.total(), length));
    }
  }

  private static String body(Sample sample) {
    String body = sample.body();
    if (body.length() <= MOST_OF_A_BODY) {
      return body;
    }
    String more = sample.bodyCut() ? "more than %,d" : "%,d";
    return Quote.start(body, MOST_OF_A_BODY)
        + String.format(
            Locale.ROOT, "\n… %,d of " + more + " characters", MOST_OF_A_BODY, body.length());
  }
}

package dev.stageproof.checks.http;

import dev.stageproof.checks.requests.Exchanged;
import dev.stageproof.observe.HttpObservation.Sample;
import dev.stageproof.observe.HttpRequest;
import dev.stageproof.observe.HttpRequest.Redirects;
import dev.stageproof.observe.Origin;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How many requests went out with a trace: it goes along with a redirect within the origin. */
final class Traced {
  private Traced() {}

  /**
   * What the log is asked about.
   *
   * @param samples the answers; at least one
   */
  static Exchanged of(HttpRequest request, List<Sample> samples) {
    Instant last =
        samples.stream().map(Sample::sentAt).max(Comparator.naturalOrder()).orElseThrow();
    int count = samples.stream().mapToInt(sample -> sent(request, sample)).sum();
    return new Exchanged(request, count, last, samples.stream().map(Sample::headers).toList());
  }

  private static int sent(HttpRequest request, Sample sample) {
    if (sample.redirects().isEmpty()) {
      return 1;
    }
    Optional<Origin> own = Origin.of(request.url());
    int redirected =
        (int) sample.redirects().stream().takeWhile(at -> Origin.of(at).equals(own)).count();
    return request.redirects() == Redirects.SAME_HOST ? redirected + 1 : redirected;
  }
}

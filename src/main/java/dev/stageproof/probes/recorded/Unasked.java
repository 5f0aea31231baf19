package dev.stageproof.probes.recorded;

import dev.stageproof.model.GapReason;
import dev.stageproof.observe.LogMatcher;
import dev.stageproof.observe.LogNumber;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogSeverity;
import dev.stageproof.spi.UnobservedException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says why no read of a revision's log tells what is asked.
 *
 * @param reads the reads of the revision's log; at least one
 */
record Unasked(Trouble trouble, List<RecordedRead> reads) {

  /** The first question that no read answers, or that none answers together with the others. */
  UnobservedException of(LogQuestions questions) {
    Stream<String> patterns =
        Stream.concat(
            questions.matchers().stream().filter(this::uncounted).map(LogMatcher::pattern),
            questions.numbers().stream().filter(this::unmeasured).map(LogNumber::pattern));
    Optional<String> pattern = patterns.findFirst();
    if (pattern.isPresent()) {
      return trouble.gap(
          GapReason.NOT_FOUND,
          "holds no count of `" + pattern.get() + "` in " + whose() + "; its run did not ask",
          "compare with a record of this same check, or give `baseline` a `revision` or a `file`");
    }
    return questions.signaturesFrom().map(this::signatures).orElseGet(this::apart);
  }

  private boolean uncounted(LogMatcher matcher) {
    return reads.stream()
        .flatMap(read -> read.seen().hits().stream())
        .noneMatch(hits -> hits.matcher().equals(matcher));
  }

  private boolean unmeasured(LogNumber number) {
    return reads.stream()
        .flatMap(read -> read.seen().numbers().stream())
        .noneMatch(measured -> measured.number().equals(number));
  }

  private UnobservedException signatures(LogSeverity from) {
    List<RecordedRead> collected = reads.stream().filter(read -> read.collected(from)).toList();
    if (!collected.isEmpty()) {
      return masked(collected.get(0));
    }
    Optional<LogSeverity> least =
        reads.stream().flatMap(read -> read.signaturesFrom().stream()).min(LogSeverity::compareTo);
    String why =
        least
            .map(severity -> "its `log-novelty` checks looked from " + severity + " on")
            .orElse("it was made without a `log-novelty` check");
    return trouble.gap(
        GapReason.NOT_FOUND,
        "holds no log read of " + whose() + " with signatures from " + from + " on; " + why,
        "compare with a record of a run that has a `log-novelty` check with `at-least: "
            + from.name().toLowerCase(Locale.ROOT)
            + "`, or with `{revision: previous}`");
  }

  private UnobservedException masked(RecordedRead read) {
    String rules = read.seen().masking().map(it -> "by rules " + it).orElse("by older rules");
    return trouble.gap(
        GapReason.MALFORMED,
        "masks signatures "
            + rules
            + ", and this stageproof by rules "
            + LogReadObservation.MASKING
            + ", so lines that were there before would look new",
        "validate that revision again with this stageproof, or compare with `{revision: previous}`");
  }

  private UnobservedException apart() {
    return trouble.gap(
        GapReason.NOT_FOUND,
        "holds no single log read of " + whose() + " that tells all that is asked",
        "compare with a record of this same check");
  }

  private String whose() {
    return reads.get(0).revision().orElse("the export");
  }
}

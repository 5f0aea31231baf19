package dev.stageproof.checks.lognovelty;

import com.google.re2j.Pattern;
import dev.stageproof.checks.logs.LogReading;
import dev.stageproof.checks.logs.SeenLog;
import dev.stageproof.model.LogFindings.Change;
import dev.stageproof.observe.LogReadObservation.Signature;
import dev.stageproof.observe.Regex;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The signatures of two logs, sorted out; each list with the gravest and most frequent first.
 *
 * @param fresh only the revision under test logs them, often enough to count
 * @param known both log them
 * @param gone only the baseline logs them
 */
record Signatures(List<Signature> fresh, List<Signature> known, List<Signature> gone) {

  private static final Comparator<Signature> IMPORTANCE =
      Comparator.comparing(Signature::severity)
          .thenComparing(Signature::count)
          .reversed()
          .thenComparing(Signature::firstAt)
          .thenComparing(Signature::text);

  static Signatures of(LogNoveltySettings settings, LogReading reading) {
    List<Signature> after = of(settings, reading.tested());
    List<Signature> before = reading.baseline().map(log -> of(settings, log)).orElseGet(List::of);
    Set<String> texts = texts(after);
    Set<String> old = texts(before);
    Predicate<Signature> wasThere = signature -> old.contains(signature.text());
    return new Signatures(
        after.stream()
            .filter(wasThere.negate())
            .filter(signature -> signature.count() >= settings.minCount())
            .toList(),
        after.stream().filter(wasThere).toList(),
        before.stream().filter(signature -> !texts.contains(signature.text())).toList());
  }

  /** The read may have collected more than this check asked for: another one asked for more. */
  static List<Signature> of(LogNoveltySettings settings, SeenLog log) {
    List<Pattern> ignored = settings.ignore().stream().map(Regex::pattern).toList();
    return log.seen().signatures().stream()
        .filter(signature -> signature.severity().compareTo(settings.atLeast()) >= 0)
        .filter(signature -> ignored.stream().noneMatch(p -> p.matcher(signature.text()).find()))
        .sorted(IMPORTANCE)
        .toList();
  }

  private static Set<String> texts(List<Signature> signatures) {
    return signatures.stream().map(Signature::text).collect(Collectors.toUnmodifiableSet());
  }

  /** A signature with what the baseline says of it. */
  record Changed(Signature signature, Change change) {}

  /**
   * All of them, the new ones first.
   *
   * @param goneProven whether the log of the revision under test was read whole, so that what it
   *     does not show is gone
   */
  Stream<Changed> all(boolean goneProven) {
    Stream<Changed> vanished = goneProven ? changed(gone, Change.GONE) : Stream.of();
    return Stream.of(changed(fresh, Change.NEW), vanished, changed(known, Change.KNOWN))
        .flatMap(each -> each);
  }

  private static Stream<Changed> changed(List<Signature> signatures, Change change) {
    return signatures.stream().map(signature -> new Changed(signature, change));
  }
}

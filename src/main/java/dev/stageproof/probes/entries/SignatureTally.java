package dev.stageproof.probes.entries;

import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogReadObservation.Signature;
import dev.stageproof.observe.LogSeverity;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts entries that differ only in what is masked. Not thread-safe. */
final class SignatureTally {

  /** Texts whose signature is remembered, because logs repeat themselves. */
  private static final int CACHE_LIMIT = 4096;

  private static final Comparator<Signature> MOST_FREQUENT =
      Comparator.comparingLong(Signature::count)
          .reversed()
          .thenComparing(Signature::severity, Comparator.reverseOrder())
          .thenComparing(Signature::text);

  private record Key(String text, LogSeverity severity) {}

  /** What is known of one signature. */
  private static final class Seen {
    private Entry oldest;
    private long count;

    Seen(Entry entry) {
      oldest = entry;
    }

    void add(Entry entry, long more) {
      count += more;
      oldest = entry.at().isBefore(oldest.at()) ? entry : oldest;
    }
  }

  private final Optional<LogSeverity> from;
  private final Map<Key, Seen> signatures = new LinkedHashMap<>();
  private final Map<String, String> masked = new HashMap<>();
  private boolean cut;

  SignatureTally(Optional<LogSeverity> from) {
    this.from = from;
  }

  /** True when entries of the severity have signatures to count. */
  boolean wants(LogSeverity severity) {
    return from.isPresent() && severity.compareTo(from.get()) >= 0;
  }

  void add(Entry entry) {
    if (!wants(entry.severity())) {
      return;
    }
    add(new Key(signature(entry.text()), entry.severity()), entry, 1);
  }

  private void add(Key key, Entry entry, long count) {
    Seen seen = signatures.get(key);
    if (seen == null && signatures.size() == LogReadObservation.SIGNATURE_LIMIT) {
      cut = true;
      return;
    }
    signatures.computeIfAbsent(key, unknown -> new Seen(entry)).add(entry, count);
  }

  /** Adds the signatures of later entries, none of which may be {@link #cut()}. */
  void addAll(SignatureTally later) {
    later.signatures.forEach((key, seen) -> add(key, seen.oldest, seen.count));
  }

  private String signature(String text) {
    if (text.length() > LogReadObservation.TEXT_LIMIT) {
      return Masking.signature(text);
    }
    String known = masked.get(text);
    if (known != null) {
      return known;
    }
    if (masked.size() == CACHE_LIMIT) {
      masked.clear();
    }
    String signature = Masking.signature(text);
    masked.put(text, signature);
    return signature;
  }

  /** The version of the rules; empty when no signatures were asked for. */
  Optional<Integer> masking() {
    return from.map(asked -> LogReadObservation.MASKING);
  }

  /** True when there were more than are kept. */
  boolean cut() {
    return cut;
  }

  /** The most frequent first. */
  List<Signature> signatures() {
    return signatures.entrySet().stream()
        .map(known -> read(known.getKey(), known.getValue()))
        .sorted(MOST_FREQUENT)
        .toList();
  }

  private static Signature read(Key key, Seen seen) {
    return new Signature(
        key.text(), key.severity(), seen.count, seen.oldest.at(), seen.oldest.line());
  }
}

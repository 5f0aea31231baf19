package dev.stageproof.spi;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One look at the world that a check needs, as an immutable value with {@code equals}: equal
 * requests are observed once. Implemented by records.
 *
 * @param <O> what the look shows
 */
public interface Request<O extends Observation> {

  /** The kind of look, for the record: "http", "log-read". */
  String kind();

  /** What is looked at, in one line: "GET https://…/health". */
  String subject();

  Class<O> observationType();

  /** Shell commands that make the same look; at least one. May hold secrets; the engine redacts. */
  List<String> reproduce();

  /** The commands once the look was made: what was seen may tell what was asked more exactly. */
  default List<String> reproduce(O seen) {
    return reproduce();
  }

  /** The access that the look needs; empty when it needs none from Google. */
  default Optional<Permission> permission() {
    return Optional.empty();
  }

  /** What the look costs in quota, in words: "1 of 60 log reads a minute"; empty when free. */
  default Optional<String> cost() {
    return Optional.empty();
  }

  /**
   * How long the look may wait for something to appear, beyond the time that the check's {@code
   * timeout} gives to each of its looks.
   */
  default Duration patience() {
    return Duration.ZERO;
  }

  /** True when the look runs a program or creates something; needs {@code --allow-exec}. */
  default boolean executes() {
    return false;
  }

  /**
   * One request whose observation answers both this one and {@code other}; empty when two looks are
   * needed. Must be symmetric and associative in what it covers.
   */
  default Optional<Request<O>> mergedWith(Request<?> other) {
    return equals(other) ? Optional.of(this) : Optional.empty();
  }
}

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

  /** All the access that the look needs. */
  default List<Permission> permissions() {
    return permission().stream().toList();
  }

  /** Who is asked, in the words of a heading: "Cloud Logging of acme-staging". */
  default String whom() {
    return kind();
  }

  /** What the look uses up, where that is counted. */
  default Optional<Usage> usage() {
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
   * What the look creates in the outside world and deletes again, as the object of a sentence: "the
   * Cloud Run job … in …"; empty when it creates nothing. What creates something also {@link
   * #executes}.
   */
  default Optional<String> creates() {
    return Optional.empty();
  }

  /**
   * Cheap looks that need the same access, in an order that explains itself: the first that fails
   * tells what is wrong. Run nothing and change nothing. By default this look itself; none when it
   * runs a program.
   */
  default List<Request<?>> trials() {
    return executes() ? List.of() : List.of(this);
  }

  /** What a trial's answer tells a person about their access; empty when it is just as expected. */
  default List<Diagnosis> diagnose(O seen) {
    return List.of();
  }

  /**
   * One request whose observation answers both this one and {@code other}; empty when two looks are
   * needed. Must be symmetric and associative in what it covers.
   */
  default Optional<Request<O>> mergedWith(Request<?> other) {
    return equals(other) ? Optional.of(this) : Optional.empty();
  }
}

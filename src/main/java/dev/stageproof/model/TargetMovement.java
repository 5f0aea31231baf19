package dev.stageproof.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The changes of a target that a verdict weighs, by the names under which a record keeps them.
 * Whatever else changes while a run is under way is told, and decides nothing.
 */
public final class TargetMovement {
  private static final String SECOND_LOOK = "second look at the target";
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}) %");

  private TargetMovement() {}

  /** Names the share of the service's requests that a revision gets: "100 %". */
  public static String trafficTo(String revision) {
    return "traffic to " + revision;
  }

  /** Names what the platform says of a revision's readiness, in its own words. */
  public static String stateOf(String revision) {
    return "revision " + revision;
  }

  /** The target could not be seen again at the end, so it is not known whether it held still. */
  public static Change unseen(String why) {
    return new Change(SECOND_LOOK, Optional.empty(), Optional.of(why));
  }

  /** True for the change that says that the target was not seen again. */
  public static boolean isUnseen(Change change) {
    return change.what().equals(SECOND_LOOK);
  }

  /** Why the target was not seen again; empty when it was. */
  public static Optional<String> whyUnseen(List<Change> movement) {
    return named(SECOND_LOOK, movement).flatMap(Change::after);
  }

  /** The share of a revision at the end of the run, 0 to 100; empty when it did not change. */
  public static Optional<Integer> trafficAtEnd(List<Change> movement, String revision) {
    return named(trafficTo(revision), movement)
        .flatMap(change -> change.after().map(TargetMovement::percent).orElse(Optional.of(0)));
  }

  /** True when what the platform says of a revision's readiness changed. */
  public static boolean stateChanged(List<Change> movement, String revision) {
    return named(stateOf(revision), movement).isPresent();
  }

  private static Optional<Change> named(String what, List<Change> movement) {
    return movement.stream().filter(change -> change.what().equals(what)).findFirst();
  }

  private static Optional<Integer> percent(String words) {
    Matcher matcher = PERCENT.matcher(words);
    return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }
}

package dev.stageproof.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The changes of a target that a verdict weighs, in the words that a record keeps them in. Whatever
 * else changes while a run is under way is told, but decides nothing.
 */
public final class Movement {
  private static final String SHARE = "traffic share of ";
  private static final String READINESS = "readiness of ";
  private static final String SECOND_LOOK = "second look at the target";
  private static final String READY = "ready";
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}) %");

  private Movement() {}

  /** The share of the service's requests that a revision gets, each 0 to 100. */
  public static Change trafficShare(String revision, int before, int after) {
    return new Change(SHARE + revision, Optional.of(before + " %"), Optional.of(after + " %"));
  }

  /** What the platform says of a revision. */
  public static Change readiness(String revision, boolean before, boolean after) {
    return new Change(READINESS + revision, Optional.of(ready(before)), Optional.of(ready(after)));
  }

  /** The target could not be seen again at the end, so it is not known whether it held still. */
  public static Change unseen(String why) {
    return new Change(SECOND_LOOK, Optional.empty(), Optional.of(why));
  }

  /** Why the target was not seen again; empty when it was. */
  public static Optional<String> whyUnseen(List<Change> movement) {
    return last(movement, SECOND_LOOK).flatMap(Change::after);
  }

  /** True for the change that says that the target was not seen again. */
  public static boolean isUnseen(Change change) {
    return change.what().equals(SECOND_LOOK);
  }

  /** The share of a revision at the end of the run; empty when it did not change. */
  public static Optional<Integer> trafficShareAtEnd(List<Change> movement, String revision) {
    return last(movement, SHARE + revision)
        .flatMap(change -> change.after().map(Movement::percent).orElse(Optional.of(0)));
  }

  /** Whether a revision was ready at the end of the run; empty when that did not change. */
  public static Optional<Boolean> readyAtEnd(List<Change> movement, String revision) {
    return last(movement, READINESS + revision)
        .map(change -> change.after().filter(READY::equals).isPresent());
  }

  private static Optional<Change> last(List<Change> movement, String what) {
    return movement.stream()
        .filter(change -> change.what().equals(what))
        .reduce((first, second) -> second);
  }

  private static Optional<Integer> percent(String words) {
    Matcher matcher = PERCENT.matcher(words);
    return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }

  private static String ready(boolean is) {
    return is ? READY : "not ready";
  }
}

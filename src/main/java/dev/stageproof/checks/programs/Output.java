package dev.stageproof.checks.programs;

import dev.stageproof.model.Excerpt;
import dev.stageproof.observe.ProcessObservation;
import java.util.List;
import java.util.stream.Stream;

/** Shows what a program wrote. */
public final class Output {

  private static final int MOST_SHOWN = 2000;

  /** Fits a table's cell. */
  private static final int LONGEST_LINE = 160;

  private static final String CUT = "…";

  private Output() {}

  /** The ends of both streams, where there is something: the end of an output sums it up. */
  public static List<Excerpt> excerpts(ProcessObservation run) {
    return excerpts(Ran.of(run));
  }

  /** The same, wherever it ran. */
  public static List<Excerpt> excerpts(Ran run) {
    return Stream.concat(excerpt("stdout", run.stdout()), excerpt("stderr", run.stderr())).toList();
  }

  private static Stream<Excerpt> excerpt(String label, String text) {
    String shown = text.strip();
    if (shown.isEmpty()) {
      return Stream.of();
    }
    if (shown.length() > MOST_SHOWN) {
      int from = shown.length() - MOST_SHOWN;
      boolean split = Character.isLowSurrogate(shown.charAt(from));
      shown = CUT + shown.substring(split ? from + 1 : from);
    }
    return Stream.of(Excerpt.of(label, shown));
  }

  /** One line of it, cut to a length that can be read. */
  public static String line(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    if (line.length() <= LONGEST_LINE) {
      return line;
    }
    boolean split = Character.isHighSurrogate(line.charAt(LONGEST_LINE - 1));
    return line.substring(0, split ? LONGEST_LINE - 1 : LONGEST_LINE) + CUT;
  }
}

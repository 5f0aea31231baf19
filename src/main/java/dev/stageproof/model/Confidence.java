package dev.stageproof.model;

import java.util.List;

/**
 * How much weight the verdict has, by a published formula: the lowest of its terms.
 *
 * @param level the lowest level among the terms
 * @param terms every term, printed in the report
 */
public record Confidence(
    @Doc("The lowest level among the terms.") Level level,
    @Doc("Every term of the formula.") List<Term> terms) {

  /** Ordered from weak to strong. */
  public enum Level {
    @Doc("The evidence is thin.")
    LOW,
    @Doc("The evidence has a gap.")
    MEDIUM,
    @Doc("Everything that matters was seen.")
    HIGH
  }

  /**
   * One term of the formula.
   *
   * @param name "blocking checks settled"
   * @param value what was found: "7 of 9"
   * @param allows the highest level that this term allows
   */
  public record Term(
      @Doc("What is looked at.") String name,
      @Doc("What was found.") String value,
      @Doc("The highest level that this term allows.") Level allows) {}

  public Confidence {
    terms = List.copyOf(terms);
  }

  /** The lowest of the terms; LOW when there are none. */
  public static Confidence lowestOf(List<Term> terms) {
    Level level = terms.stream().map(Term::allows).min(Level::compareTo).orElse(Level.LOW);
    return new Confidence(level, terms);
  }
}

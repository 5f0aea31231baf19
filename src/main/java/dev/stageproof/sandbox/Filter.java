package dev.stageproof.sandbox;

import java.util.List;

/**
 * A log filter as written, parsed but not yet checked against the fields of a log entry.
 *
 * @see <a href="https://cloud.google.com/logging/docs/view/logging-query-language">Logging query
 *     language</a>
 */
sealed interface Filter {

  /** All hold; an empty list always holds. */
  record And(List<Filter> all) implements Filter {
    public And {
      all = List.copyOf(all);
    }
  }

  /** At least one holds. */
  record Or(List<Filter> any) implements Filter {
    public Or {
      any = List.copyOf(any);
    }
  }

  /** The inner filter does not hold. */
  record Not(Filter inner) implements Filter {}

  /** A text stands somewhere in the entry. */
  record Search(String text) implements Filter {}

  /** The entry belongs to a log: {@code log_id("run.googleapis.com/stdout")}. */
  record LogId(String id) implements Filter {}

  /** A field compared with a literal. */
  record Comparison(Path path, Operator operator, Literal literal) implements Filter {}

  /**
   * A field's name: {@code labels."run.googleapis.com/execution_name"} has two segments.
   *
   * @param position of its first character in the filter
   */
  record Path(List<String> segments, int position) {
    public Path {
      segments = List.copyOf(segments);
    }

    @Override
    public String toString() {
      return String.join(".", segments);
    }
  }

  /**
   * A value.
   *
   * @param text without quotes and escapes
   * @param quoted whether it stood in double quotes
   * @param position of its first character in the filter
   */
  record Literal(String text, boolean quoted, int position) {
    /** {@code field:*} asks whether the field is present. */
    boolean anything() {
      return !quoted && text.equals("*");
    }
  }

  /** A comparison operator. */
  enum Operator {
    EQUAL("="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    HAS(":"),
    MATCHES("=~"),
    NOT_MATCHES("!~");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }

    boolean regex() {
      return this == MATCHES || this == NOT_MATCHES;
    }

    /** Whether values that compare like this number satisfy the operator. */
    boolean admits(int compared) {
      return switch (this) {
        case EQUAL, HAS -> compared == 0;
        case NOT_EQUAL -> compared != 0;
        case LESS -> compared < 0;
        case LESS_OR_EQUAL -> compared <= 0;
        case GREATER -> compared > 0;
        case GREATER_OR_EQUAL -> compared >= 0;
        case MATCHES, NOT_MATCHES -> throw new IllegalStateException(sign + " is no comparison");
      };
    }
  }
}

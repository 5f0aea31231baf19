package dev.stageproof.probes.entries;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One walk over a valid regular expression, which collects the literal runs it requires. */
final class LiteralScan {

  private static final String HEX = "0123456789abcdefABCDEF";

  private final String regex;
  private int at;
  private boolean unclear;

  LiteralScan(String regex) {
    this.regex = regex;
  }

  /** The runs, in order; empty when the expression has flags, which may change their meaning. */
  Optional<List<String>> runs() {
    Branch branch = sequence();
    return unclear || branch.alternatives ? Optional.empty() : Optional.of(branch.ended());
  }

  /** What one sequence requires; a quantifier takes back what came last. */
  private static final class Branch {
    private final List<String> runs = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private int lastRuns;
    private boolean lastIsLiteral;
    private boolean alternatives;

    void literal(int codePoint) {
      run.appendCodePoint(codePoint);
      lastIsLiteral = true;
    }

    /** Something that is no literal; {@code required} are the runs within it. */
    void part(List<String> required) {
      end();
      runs.addAll(required);
      lastRuns = required.size();
      lastIsLiteral = false;
    }

    void repeated(boolean optional) {
      if (optional && lastIsLiteral) {
        int length = run.length();
        run.setLength(length - Character.charCount(run.codePointBefore(length)));
      } else if (optional) {
        runs.subList(runs.size() - lastRuns, runs.size()).clear();
      }
      part(List.of());
    }

    private void end() {
      if (!run.isEmpty()) {
        runs.add(run.toString());
        run.setLength(0);
      }
    }

    List<String> ended() {
      end();
      return runs;
    }
  }

  private Branch sequence() {
    Branch branch = new Branch();
    while (at < regex.length() && regex.charAt(at) != ')' && !unclear) {
      step(branch);
    }
    return branch;
  }

  private void step(Branch branch) {
    int next = regex.codePointAt(at);
    at += Character.charCount(next);
    switch (next) {
      case '|' -> branch.alternatives = true;
      case '(' -> group(branch);
      case '[' -> bracket(branch);
      case '\\' -> escape(branch);
      case '*', '?' -> branch.repeated(true);
      case '+' -> branch.repeated(false);
      case '{' -> bounds(branch);
      case '.', '^', '$' -> branch.part(List.of());
      default -> branch.literal(next);
    }
  }

  private void group(Branch branch) {
    if (regex.startsWith("?", at)) {
      boolean named = regex.startsWith("?P<", at) || regex.startsWith("?<", at);
      if (!named && !regex.startsWith("?:", at)) {
        unclear = true;
        return;
      }
      at = named ? regex.indexOf('>', at) + 1 : at + 2;
    }
    Branch inner = sequence();
    at++;
    branch.part(inner.alternatives ? List.of() : inner.ended());
  }

  /** A class of characters; a bracket that comes first in it is one of its characters. */
  private void bracket(Branch branch) {
    at += regex.startsWith("^", at) ? 1 : 0;
    at += regex.startsWith("]", at) ? 1 : 0;
    while (at < regex.length() && regex.charAt(at) != ']') {
      if (regex.startsWith("[:", at) && regex.indexOf(":]", at) > 0) {
        at = regex.indexOf(":]", at) + 2;
      } else {
        at += regex.charAt(at) == '\\' ? 2 : 1;
      }
    }
    at++;
    branch.part(List.of());
  }

  private void escape(Branch branch) {
    char letter = regex.charAt(at++);
    if (letter == 'Q') {
      quoted(branch);
    } else if (letter < 128 && !Character.isLetterOrDigit(letter)) {
      branch.literal(letter);
    } else {
      skipArgument(letter);
      branch.part(List.of());
    }
  }

  private void quoted(Branch branch) {
    int close = regex.indexOf("\\E", at);
    int end = close < 0 ? regex.length() : close;
    regex.substring(at, end).codePoints().forEach(branch::literal);
    at = close < 0 ? end : end + 2;
  }

  /** {@code \x41}, {@code \x{41}}, {@code \pN}, {@code \p{Greek}}, {@code \012}. */
  private void skipArgument(char letter) {
    boolean takes = letter == 'x' || letter == 'p' || letter == 'P';
    if (takes && regex.startsWith("{", at)) {
      at = regex.indexOf('}', at) + 1;
    } else if (letter == 'p' || letter == 'P') {
      at += Character.charCount(regex.codePointAt(at));
    } else if (letter == 'x' || Character.isDigit(letter)) {
      int end = Math.min(regex.length(), at + 2);
      while (at < end && HEX.indexOf(regex.charAt(at)) >= 0) {
        at++;
      }
    }
  }

  /** {@code {2}}, {@code {2,}}, {@code {2,5}}; a brace that is no bounds stands for itself. */
  private void bounds(Branch branch) {
    int close = regex.indexOf('}', at);
    boolean bounds = close > at && regex.substring(at, close).matches("\\d+(,\\d*)?");
    if (!bounds) {
      branch.part(List.of());
      return;
    }
    boolean optional = regex.substring(at, close).matches("0+(,\\d*)?");
    at = close + 1;
    branch.repeated(optional);
  }
}

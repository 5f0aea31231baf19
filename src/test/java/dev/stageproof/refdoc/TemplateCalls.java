package dev.stageproof.refdoc;

import dev.stageproof.formats.templates.MarkupFunction;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which functions templates can call from the comment that lists them. */
final class TemplateCalls {

  /** "`code(text)`: a code span;" */
  private static final Pattern CALL =
      Pattern.compile("`(?<name>\\w+)\\((?<values>[^)]*)\\)`: (?<meaning>.*?)[;.]? *");

  private TemplateCalls() {}

  /**
   * A function.
   *
   * @param call "fenced(language, text)"
   */
  record Call(String name, String call, int arity, String meaning) {}

  /** What a comment lists, in its order. */
  static List<Call> listed(String comment) {
    return Arrays.stream(comment.split("(?=`\\w+\\()"))
        .map(CALL::matcher)
        .filter(Matcher::matches)
        .map(TemplateCalls::call)
        .toList();
  }

  private static Call call(Matcher found) {
    String values = found.group("values");
    return new Call(
        found.group("name"),
        found.group("name") + "(" + values + ")",
        values.split(",").length,
        found.group("meaning"));
  }

  /**
   * What a comment lists of functions that there are.
   *
   * @throws IllegalStateException when it lists others, or other numbers of values
   */
  static List<Call> listed(String comment, Collection<MarkupFunction> functions) {
    List<Call> calls = listed(comment);
    List<String> told = calls.stream().map(it -> it.name() + " of " + it.arity()).toList();
    List<String> real = functions.stream().map(it -> it.name() + " of " + it.arity()).toList();
    if (!told.equals(real)) {
      throw new IllegalStateException("the comment lists " + told + ", but there are " + real);
    }
    return calls;
  }
}

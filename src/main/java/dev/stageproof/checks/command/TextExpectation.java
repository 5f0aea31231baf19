package dev.stageproof.checks.command;

import com.google.re2j.Matcher;
import dev.stageproof.checks.programs.Output;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.OneOrMany;
import dev.stageproof.observe.Regex;
import java.util.ArrayList;
import java.util.List;

/** What a text has to be like. */
@Doc("What a text has to be like; upper and lower case differ.")
public record TextExpectation(
    @OneOrMany @Doc(value = "Texts that must occur.", example = "ready") List<String> contains,
    @OneOrMany
        @Doc(
            value = "Regular expressions in RE2 syntax that must be found.",
            example = "'(?m)^done: \\d+ of \\d+$'")
        List<Regex> matches,
    @OneOrMany
        @Doc(
            value =
                "Regular expressions that must not be found; proven only when the program ended"
                    + " with a right exit code.",
            example = "Traceback")
        List<Regex> absent) {

  public TextExpectation {
    contains = List.copyOf(contains);
    matches = List.copyOf(matches);
    absent = List.copyOf(absent);
    if (contains.contains("")) {
      throw new InvalidSetting("contains", "an empty text occurs in every output");
    }
    if (contains.isEmpty() && matches.isEmpty() && absent.isEmpty()) {
      throw new InvalidSetting("", "give `contains`, `matches` or `absent`");
    }
  }

  List<Assertion> assess(Text stream) {
    List<Assertion> all = new ArrayList<>();
    contains.forEach(text -> all.add(contained(text, stream)));
    matches.forEach(regex -> all.add(found(regex, stream)));
    absent.forEach(regex -> all.add(notFound(regex, stream)));
    return all;
  }

  private static Assertion contained(String text, Text stream) {
    String expected = "contains \"" + Output.line(text) + "\"";
    return stream.text().contains(text)
        ? Assertion.of(stream.name(), expected, "contained", true)
        : missing(expected, stream);
  }

  /** A match that touches the end of a cut text might owe itself to the cut, as {@code $} does. */
  private static Assertion found(Regex regex, Text stream) {
    String expected = "a match of " + Output.line(regex.source());
    Matcher matcher = regex.pattern().matcher(stream.text());
    boolean found = matcher.find();
    boolean certain = !stream.cut() || (found && matcher.end() < stream.text().length());
    return found && certain
        ? Assertion.of(stream.name(), expected, "\"" + Output.line(matcher.group()) + "\"", true)
        : missing(expected, stream);
  }

  private static Assertion missing(String expected, Text stream) {
    return stream.cut()
        ? stream.notSeen(expected)
        : Assertion.of(stream.name(), expected, "not in " + stream.length(), false);
  }

  private static Assertion notFound(Regex regex, Text stream) {
    String expected = "no match of " + Output.line(regex.source());
    Matcher matcher = regex.pattern().matcher(stream.text());
    if (matcher.find()) {
      String match = "\"" + Output.line(matcher.group()) + "\"";
      return Assertion.of(stream.name(), expected, match, false);
    }
    if (stream.cut()) {
      return stream.notSeen(expected);
    }
    return stream.ended()
        ? Assertion.of(stream.name(), expected, "not in " + stream.length(), true)
        : Assertion.unsettled(
            stream.name(),
            expected,
            "not in " + stream.length() + ", but the program broke off",
            "Let the program end with a right exit code.");
  }
}

package dev.stageproof.checks.http;

import com.google.re2j.Matcher;
import dev.stageproof.checks.requests.Finding;
import dev.stageproof.checks.requests.Quote;
import dev.stageproof.checks.requests.Tally;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.OneOrMany;
import dev.stageproof.observe.HttpObservation.Sample;
import dev.stageproof.observe.Regex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What the text of the body has to be like. */
@Doc("What the text of the body has to be like; upper and lower case differ.")
public record BodyExpectation(
    @OneOrMany @Doc(value = "Texts that must occur.", example = "healthy") List<String> contains,
    @OneOrMany
        @Doc(
            value = "Regular expressions that must be found.",
            example = "'\"version\":\\s*\"1\\.'")
        List<Regex> matches,
    @OneOrMany @Doc(value = "Texts that must not occur.", example = "Traceback")
        List<String> notContains) {

  private static final String WHAT = "body";

  public BodyExpectation {
    contains = List.copyOf(contains);
    matches = List.copyOf(matches);
    notContains = List.copyOf(notContains);
    requireText("contains", contains);
    requireText("not-contains", notContains);
  }

  private static void requireText(String key, List<String> texts) {
    if (texts.contains("")) {
      throw new InvalidSetting(key, "an empty text occurs in every body");
    }
  }

  boolean isEmpty() {
    return contains.isEmpty() && matches.isEmpty() && notContains.isEmpty();
  }

  List<Assertion> assess(List<Sample> samples) {
    List<Assertion> all = new ArrayList<>();
    contains.forEach(
        text -> all.add(compare("contains " + Quote.quoted(text), samples, s -> has(text, s))));
    matches.forEach(
        regex ->
            all.add(
                compare("a match of " + Quote.of(regex.source()), samples, s -> hit(regex, s))));
    notContains.forEach(
        text ->
            all.add(compare("does not contain " + Quote.quoted(text), samples, s -> no(text, s))));
    return all;
  }

  private static Assertion compare(
      String expected, List<Sample> samples, Function<Sample, Finding> rule) {
    return Tally.of(WHAT, expected, samples, rule);
  }

  private static Finding has(String text, Sample sample) {
    return sample.body().contains(text) ? Finding.of("contained", true) : missing(sample);
  }

  /**
   * A match that touches the end of a cut body might owe itself to the cut, as {@code $} does; one
   * that ends before is a match in the whole body as well.
   */
  private static Finding hit(Regex regex, Sample sample) {
    Matcher matcher = regex.pattern().matcher(sample.body());
    boolean found = matcher.find();
    boolean certain = !sample.bodyCut() || (found && matcher.end() < sample.body().length());
    return found && certain ? Finding.of(Quote.quoted(matcher.group()), true) : missing(sample);
  }

  private static Finding missing(Sample sample) {
    return sample.bodyCut() ? CutBody.finding() : Finding.of("not in " + length(sample), false);
  }

  /** An empty body gives an absence no weight. */
  private static Finding no(String text, Sample sample) {
    if (sample.body().contains(text)) {
      return Finding.of("contained", false);
    }
    if (sample.body().isEmpty()) {
      return Finding.unsettled("an empty body", "Ask for something that answers with a body.");
    }
    return sample.bodyCut() ? CutBody.finding() : Finding.of("not in " + length(sample), true);
  }

  private static String length(Sample sample) {
    int length = sample.body().length();
    return String.format(Locale.ROOT, "%,d character%s", length, length == 1 ? "" : "s");
  }
}

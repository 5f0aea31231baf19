package dev.stageproof.checks.http;

import dev.stageproof.checks.requests.Finding;
import dev.stageproof.checks.requests.Quote;
import dev.stageproof.checks.requests.Tally;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.observe.HttpObservation.Sample;
import dev.stageproof.observe.Regex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** What one header of the answer has to be. */
@Doc(
    "What one header of the answer has to be; with nothing but a name, it has to be there. Several"
        + " headers of one name are one value, joined by `, `.")
public record HeaderExpectation(
    @Doc(value = "The header's name, in any case.", example = "Content-Type") String name,
    @Doc(value = "The exact value.", example = "application/json") Optional<String> equals,
    @Doc(value = "A regular expression found in the value.", example = "^application/json")
        Optional<Regex> matches,
    @Doc(value = "`false`: the header must not be there.", def = "true") boolean exists) {

  public HeaderExpectation {
    if (name.isBlank()) {
      throw new InvalidSetting("name", "name the header");
    }
    if (!exists && (equals.isPresent() || matches.isPresent())) {
      throw new InvalidSetting("exists", "a header that must not be there has no value to compare");
    }
  }

  List<Assertion> assess(List<Sample> samples) {
    List<Assertion> all = new ArrayList<>();
    equals.ifPresent(
        value -> all.add(compare("equal to " + Quote.quoted(value), samples, value::equals)));
    matches.ifPresent(
        regex ->
            all.add(compare("a match of " + Quote.of(regex.source()), samples, regex::foundIn)));
    if (all.isEmpty()) {
      all.add(exists ? compare("present", samples, value -> true) : absent(samples));
    }
    return all;
  }

  private Assertion compare(String expected, List<Sample> samples, Predicate<String> rule) {
    return Tally.of(
        what(),
        expected,
        samples,
        sample ->
            value(sample)
                .map(value -> Finding.of(Quote.quoted(value), rule.test(value)))
                .orElseGet(() -> Finding.of("absent", false)));
  }

  private Assertion absent(List<Sample> samples) {
    return Tally.of(
        what(),
        "absent",
        samples,
        sample ->
            value(sample)
                .map(value -> Finding.of(Quote.quoted(value), false))
                .orElseGet(() -> Finding.of("absent", true)));
  }

  private String what() {
    return "header " + name.toLowerCase(Locale.ROOT);
  }

  private Optional<String> value(Sample sample) {
    return Optional.ofNullable(sample.headers().get(name.toLowerCase(Locale.ROOT)));
  }
}

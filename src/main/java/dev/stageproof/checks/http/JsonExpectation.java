package dev.stageproof.checks.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.jayway.jsonpath.JsonPathException;
import dev.stageproof.checks.requests.Finding;
import dev.stageproof.checks.requests.Quote;
import dev.stageproof.checks.requests.Tally;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.observe.Json;
import dev.stageproof.observe.PathExpression;
import dev.stageproof.observe.Regex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the values under one path have to be. */
@Doc(
    "What a value in a JSON body has to be; with nothing but a path, it has to be there. A path with"
        + " a wildcard or filter has to find at least one value, and all that it finds are compared.")
public record JsonExpectation(
    @Doc(value = "Where the value is, as a JSONPath.", example = "$.status") PathExpression path,
    @Doc(
            value = "The value, of any type; numbers are equal by value, `1` as well as `1.0`.",
            example = "healthy")
        Optional<Object> equals,
    @Doc(
            value = "A regular expression found in a string, or in the JSON text of another value.",
            example = "^1\\.")
        Optional<Regex> matches,
    @Doc(value = "`false`: the path must find nothing.", def = "true") boolean exists,
    @Doc(value = "The smallest number allowed.", example = "1") Optional<Decimal> min,
    @Doc(value = "The largest number allowed.", example = "99.5") Optional<Decimal> max) {

  public JsonExpectation {
    boolean compares =
        equals.isPresent() || matches.isPresent() || min.isPresent() || max.isPresent();
    if (!exists && compares) {
      throw new InvalidSetting("exists", "a value that must not be there can't be compared");
    }
    if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
      throw new InvalidSetting("max", "`max` is smaller than `min`");
    }
  }

  List<Assertion> assess(List<JsonBody> bodies) {
    List<Assertion> all = new ArrayList<>();
    equals.ifPresent(value -> all.add(equal(Json.MAPPER.valueToTree(value), bodies)));
    matches.ifPresent(
        regex ->
            all.add(
                each("a match of " + Quote.of(regex.source()), bodies, node -> hit(regex, node))));
    min.ifPresent(low -> all.add(each("at least " + low, bodies, node -> low.isAtMost(node))));
    max.ifPresent(high -> all.add(each("at most " + high, bodies, node -> high.isAtLeast(node))));
    if (all.isEmpty()) {
      all.add(exists ? each("present", bodies, node -> true) : absent(bodies));
    }
    return all;
  }

  private Assertion equal(JsonNode expected, List<JsonBody> bodies) {
    return each(Quote.of(expected.toString()), bodies, node -> Json.same(expected, node));
  }

  private static boolean hit(Regex regex, JsonNode node) {
    return regex.foundIn(node.isTextual() ? node.textValue() : node.toString());
  }

  private Assertion each(String expected, List<JsonBody> bodies, Predicate<JsonNode> rule) {
    return compare(expected, bodies, values -> compareAll(values, rule));
  }

  private Assertion absent(List<JsonBody> bodies) {
    return compare("absent", bodies, values -> Finding.of(shown(values), values.isEmpty()));
  }

  private Assertion compare(
      String expected, List<JsonBody> bodies, Function<List<JsonNode>, Finding> rule) {
    return Tally.of(
        path.source(),
        expected,
        bodies,
        body ->
            body instanceof JsonBody.Tree tree
                ? compare(tree.root(), rule)
                : ((JsonBody.Unusable) body).finding());
  }

  private Finding compare(JsonNode root, Function<List<JsonNode>, Finding> rule) {
    try {
      return rule.apply(path.valuesIn(root));
    } catch (JsonPathException e) {
      return Finding.unsettled(
          "the path can't be evaluated here: " + Quote.of(e.getMessage()), "Correct the path.");
    }
  }

  private static Finding compareAll(List<JsonNode> values, Predicate<JsonNode> rule) {
    List<JsonNode> wrong = values.stream().filter(rule.negate()).toList();
    if (values.isEmpty() || wrong.isEmpty() || values.size() == 1) {
      return Finding.of(shown(values), !values.isEmpty() && wrong.isEmpty());
    }
    return Finding.of(
        wrong.size() + " of " + values.size() + " values differ: " + shown(wrong), false);
  }

  private static String shown(List<JsonNode> values) {
    return values.isEmpty()
        ? "absent"
        : Quote.of(values.stream().map(JsonNode::toString).collect(Collectors.joining(", ")));
  }
}

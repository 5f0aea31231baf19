package dev.stageproof.checks.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Matcher;
import com.jayway.jsonpath.JsonPathException;
import dev.stageproof.checks.programs.Output;
import dev.stageproof.checks.programs.Ran.Lacking;
import dev.stageproof.model.Unit;
import dev.stageproof.observe.Json;
import dev.stageproof.observe.PathExpression;
import dev.stageproof.observe.Regex;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** A number as it was found, or why none was. */
sealed interface Figure {

  /** Enough for what people write, and nothing that takes long to read. */
  Pattern NUMBER = Pattern.compile("[-+]?\\d{1,18}(\\.\\d{1,18})?([eE][-+]?\\d{1,2})?");

  /** A number. */
  record Found(double value) implements Figure {}

  /**
   * No number.
   *
   * @param settle what would let one be found
   */
  record Missing(String why, String settle) implements Figure {}

  static Figure of(NumberExpectation wanted, Text stream) {
    return wanted
        .match()
        .map(regex -> matched(regex, stream))
        .orElseGet(() -> read(wanted.json().orElseThrow(), stream));
  }

  private static Figure matched(Regex regex, Text stream) {
    Matcher matcher = regex.pattern().matcher(stream.text());
    Optional<String> last = Optional.empty();
    while (matcher.find()) {
      last = Optional.ofNullable(matcher.group(1));
    }
    if (stream.cut()) {
      return cut(stream);
    }
    return last.map(Figure::number)
        .orElseGet(
            () ->
                new Missing(
                    "no match in " + stream.length() + " of " + stream.name(),
                    "Hold `match` against what the program writes."));
  }

  private static Figure read(PathExpression path, Text stream) {
    if (stream.cut()) {
      return cut(stream);
    }
    Optional<JsonNode> root = Json.read(stream.text());
    if (root.isEmpty()) {
      return new Missing(
          stream.name() + " is not one JSON value", "Let the program write JSON and nothing else.");
    }
    try {
      return path.valuesIn(root.get()).stream()
          .findFirst()
          .map(Figure::number)
          .orElseGet(Figure::notThere);
    } catch (JsonPathException e) {
      // Something on the way has no such part: not there either.
      return notThere();
    }
  }

  private static Figure notThere() {
    return new Missing("not in the JSON", "Hold `json` against what the program writes.");
  }

  private static Figure cut(Text stream) {
    Lacking lacking = stream.shortfall().orElseThrow();
    return new Missing("the output: " + lacking.why(), lacking.settle());
  }

  private static Figure number(JsonNode node) {
    return node.isNumber()
        ? new Found(node.doubleValue())
        : number(node.isTextual() ? node.textValue() : node.toString());
  }

  private static Figure number(String text) {
    String plain = text.strip();
    return NUMBER.matcher(plain).matches()
        ? new Found(Double.parseDouble(plain))
        : new Missing(
            "no number: \"" + Output.line(text) + "\"",
            "Let it be digits, with a point before decimals.");
  }

  /** "83.3 %". */
  static String text(double value, Unit unit) {
    String number = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    return switch (unit) {
      case COUNT -> number;
      case MILLISECONDS -> number + " ms";
      case SECONDS -> number + " s";
      case DAYS -> number + " d";
      case BYTES -> number + " bytes";
      case PERCENT -> number + " %";
    };
  }
}

package dev.stageproof.checks.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stageproof.observe.HttpObservation.Sample;
import java.util.Optional;

/** A body read as JSON. */
sealed interface JsonBody {

  /** Decimal numbers stay exact; a second value after the first is an error. */
  ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** A body that is JSON. */
  record Tree(JsonNode root) implements JsonBody {}

  /**
   * A body that can't be read as JSON; the finding goes for every value that was expected in it.
   */
  record Unusable(Finding finding) implements JsonBody {}

  static JsonBody of(Sample sample) {
    if (sample.bodyCut()) {
      return new Unusable(CutBody.finding());
    }
    return tree(sample.body())
        .<JsonBody>map(Tree::new)
        .orElseGet(() -> new Unusable(Finding.of(insteadOfJson(sample), false)));
  }

  /** True when the text is one JSON value. */
  static boolean parses(String text) {
    return tree(text).isPresent();
  }

  private static Optional<JsonNode> tree(String text) {
    try {
      return Optional.of(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  private static String insteadOfJson(Sample sample) {
    if (sample.body().isBlank()) {
      return "an empty body";
    }
    String type = sample.headers().getOrDefault("content-type", "text of no declared type");
    return "not JSON but " + Quote.of(type) + ": " + Quote.quoted(sample.body());
  }
}

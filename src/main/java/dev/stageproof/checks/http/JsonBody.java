package dev.stageproof.checks.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stageproof.checks.requests.Finding;
import dev.stageproof.checks.requests.Quote;
import dev.stageproof.observe.HttpObservation.Sample;
import dev.stageproof.observe.Json;

/** A body read as JSON. */
sealed interface JsonBody {

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
    return Json.read(sample.body())
        .<JsonBody>map(Tree::new)
        .orElseGet(() -> new Unusable(Finding.of(insteadOfJson(sample), false)));
  }

  /** True when the text is one JSON value. */
  static boolean parses(String text) {
    return Json.read(text).isPresent();
  }

  private static String insteadOfJson(Sample sample) {
    if (sample.body().isBlank()) {
      return "an empty body";
    }
    String type = sample.headers().getOrDefault("content-type", "text of no declared type");
    return "not JSON but " + Quote.of(type) + ": " + Quote.quoted(sample.body());
  }
}

package dev.stageproof.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A method of the Cloud Run Admin API v1.
 *
 * @param path with the project as its first group
 * @param name as the API's discovery document has it
 */
record RunMethod(String verb, Pattern path, String name, String permission, Answer answer) {

  /** How it is answered. */
  interface Answer {
    JsonNode to(Matcher path, Question question) throws IOException;
  }

  /** What a caller says, beside the path. */
  record Question(String query, String body) {

    Optional<String> parameter(String name) {
      return Arrays.stream(query.split("&", -1))
          .filter(pair -> pair.startsWith(name + "="))
          .map(pair -> pair.substring(name.length() + 1))
          .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
          .findFirst();
    }
  }

  boolean fits(String called, String calledPath) {
    return verb.equals(called) && path.matcher(calledPath).matches();
  }
}

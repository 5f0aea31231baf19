package dev.stageproof.sandbox;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads scenarios from JSON and from the resources beside this class. */
final class ScenarioFiles {
  private static final String INDEX = "scenarios.txt";

  /** Far more than any scenario file has; a bound for the read. */
  private static final int MOST_BYTES = 1 << 20;

  private ScenarioFiles() {}

  static List<String> names() {
    return resource(INDEX).lines().filter(line -> !line.isBlank()).sorted().toList();
  }

  static Scenario named(String name) {
    List<String> known = names();
    if (!known.contains(name)) {
      throw new UnknownScenarioException(name, known);
    }
    return parse(resource(name + ".json"));
  }

  static Scenario parse(String json) {
    try {
      return mapper().readValue(json, Scenario.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a scenario: " + describe(e), e);
    }
  }

  private static String describe(JsonProcessingException e) {
    JsonLocation at = Optional.ofNullable(e.getLocation()).orElse(JsonLocation.NA);
    return String.format(
        "%s%s at line %d, column %d",
        path(e), e.getOriginalMessage(), at.getLineNr(), at.getColumnNr());
  }

  /** Where in the tree: {@code revisions.[0].timeout: }. */
  private static String path(JsonProcessingException e) {
    if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
      return "";
    }
    return mapping.getPath().stream()
        .map(step -> Optional.ofNullable(step.getFieldName()).orElse("[" + step.getIndex() + "]"))
        .collect(Collectors.joining(".", "", ": "));
  }

  /** Strict, except that a list or a map that is left out is empty. */
  private static JsonMapper mapper() {
    JsonSetter.Value empty = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
    return JsonMapper.builder()
        .addModules(new Jdk8Module(), new JavaTimeModule(), new ScenarioModule())
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .withConfigOverride(List.class, list -> list.setSetterInfo(empty))
        .withConfigOverride(Map.class, map -> map.setSetterInfo(empty))
        .build();
  }

  private static String resource(String name) {
    try (InputStream in = ScenarioFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing from the jar: " + name);
      }
      return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + name, e);
    }
  }
}

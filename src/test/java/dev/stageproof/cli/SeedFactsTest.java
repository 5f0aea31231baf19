package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each fact that a hand-written report claimed and that can be checked stands in the sample, at the
 * check that measured it; the rest stands there as a note that nobody verified.
 */
class SeedFactsTest {
  private static final Path SAMPLES = Path.of("reports/samples");
  private static final Path SEEDS = Path.of("src/test/resources/seeds");
  private static final String NOT_VERIFIED = "| — author's note, not verified |";

  private record Fact(String where, String words) {

    static Fact of(String line) {
      String[] parts = line.split(" \\| ", 2);
      return new Fact(parts[0], parts[1]);
    }
  }

  /** A sample's report as a reader sees it, without what only escapes, and its record. */
  private record Sample(String report, JsonNode record) {

    static Sample of(String name) throws IOException {
      String report = Files.readString(SAMPLES.resolve(name + ".md"));
      JsonNode record = new JsonMapper().readTree(SAMPLES.resolve(name + ".json").toFile());
      return new Sample(report.replaceAll("\\\\([^\\w\\s])|\\\\(?=_)", "$1"), record);
    }

    boolean backs(Fact fact) {
      return switch (fact.where()) {
        case "facts" -> head().contains(fact.words());
        case "note" -> report.contains("| " + fact.words() + " " + NOT_VERIFIED);
        default -> part(fact.where()).contains(fact.words()) && hasEvidence(fact.where());
      };
    }

    private String head() {
      return report.substring(0, report.indexOf("\n## Executive Summary"));
    }

    private String part(String check) {
      int start = report.indexOf("\n### " + check + "\n");
      return start < 0 ? "" : report.substring(start).split("(?m)^##+ (?!" + check + "$)", 2)[0];
    }

    /** Every attempt rests on evidence that the record holds. */
    private boolean hasEvidence(String check) {
      List<String> known = new ArrayList<>();
      record.path("evidence").forEach(item -> known.add(item.path("id").asText()));
      for (JsonNode one : record.path("checks")) {
        JsonNode rests = one.path("attempts").path(0).path("evidence");
        if (one.path("id").asText().equals(check) && !rests.isEmpty()) {
          return Stream.of(rests).allMatch(id -> known.contains(id.path(0).asText()));
        }
      }
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"issue-965", "issue-1182", "issue-1100", "issue-889", "issue-824"})
  void theSampleBacksWhatTheSeedClaimed(String name) throws IOException {
    Sample sample = Sample.of(name);
    List<Fact> facts =
        Files.readAllLines(SEEDS.resolve(name + ".facts")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(Fact::of)
            .toList();

    assertThat(facts).hasSizeGreaterThan(15).allMatch(sample::backs);
    assertThat(sample.backs(new Fact(facts.get(facts.size() - 2).where(), "3x faster"))).isFalse();
    assertThat(sample.backs(new Fact("no-such-check", ""))).isFalse();
  }
}

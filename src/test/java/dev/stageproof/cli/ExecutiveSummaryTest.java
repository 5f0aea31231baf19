package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sentence of a sample's executive summary has its source in the run's record. */
class ExecutiveSummaryTest {
  private static final Path SAMPLES = Path.of("reports/samples");
  private static final Pattern REASON = Pattern.compile("\\[([^\\]]+)]\\(#([^)]+)\\): ([^;]*)");
  private static final Pattern FIRST =
      Pattern.compile(
          "\\*\\*What to do first:\\*\\* (\\[[^\\]]+]\\(#[^)]+\\)(, )?)+( and \\d+ more)?: .*");

  /** What the record says, to hold a row of the summary against. */
  private record Source(JsonNode record) {

    /** A claim that is answered by what its own checks found, or a note marked as such. */
    boolean backs(String row) {
      String[] cells = row.substring(2).split(" \\| ", 3);
      return claim(cells[0]).map(claim -> answers(claim, cells)).orElseGet(() -> note(cells));
    }

    private Optional<JsonNode> claim(String text) {
      return each(record.path("judgment").path("claims")).stream()
          .filter(claim -> claim.path("claim").path("text").asText().equals(text))
          .findFirst();
    }

    private boolean answers(JsonNode claim, String[] cells) {
      String words = claim.path("answer").asText().toLowerCase(Locale.ROOT);
      List<String> bound =
          each(claim.path("claim").path("checks")).stream().map(JsonNode::asText).toList();
      List<MatchResult> reasons = REASON.matcher(cells[2]).results().toList();
      return cells[1].endsWith(words.replace('_', ' '))
          && !reasons.isEmpty()
          && reasons.stream()
              .allMatch(it -> bound.contains(it.group(1)) && found(it.group(1), it.group(3)));
    }

    private boolean found(String check, String text) {
      String start = text.replaceFirst("(….*)?( \\|)?$", "").strip();
      return each(record.path("checks")).stream()
          .filter(one -> one.path("id").asText().equals(check))
          .map(one -> one.path("attempts").path(one.path("attempts").size() - 1))
          .map(last -> last.path("evaluation").path("headline").asText().replace("`", ""))
          .anyMatch(headline -> headline.startsWith(start.replace("`", "")));
    }

    private boolean note(String[] cells) {
      return each(record.path("notes")).stream()
              .anyMatch(note -> note.asText().equals(cells[0].strip()))
          && cells[1].equals("— author's note, not verified");
    }

    private static List<JsonNode> each(JsonNode array) {
      return StreamSupport.stream(array.spliterator(), false).toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"issue-965", "issue-1182", "issue-1100", "issue-889", "issue-824"})
  void everySentenceHasItsSource(String name) throws IOException {
    Source source = new Source(new JsonMapper().readTree(SAMPLES.resolve(name + ".json").toFile()));
    List<String> lines = summary(name);
    List<String> rows = lines.stream().filter(line -> line.startsWith("| ")).skip(2).toList();

    assertThat(rows).isNotEmpty().allMatch(source::backs);
    assertThat(lines.stream().filter(line -> !line.startsWith("|") && !line.isBlank()))
        .allMatch(line -> FIRST.matcher(line).matches());
    assertThat(source.backs(rows.get(0).replaceFirst("^\\| .", "| X"))).isFalse();
    assertThat(source.backs(rows.get(0).replaceFirst("(✅|❌|❔) [a-z ]+ \\|", "❔ sure |"))).isFalse();
  }

  private static List<String> summary(String name) throws IOException {
    String report = Files.readString(SAMPLES.resolve(name + ".md"));
    String whole = report.substring(report.indexOf("\n## Executive Summary\n") + 1);
    String part = whole.substring(0, whole.indexOf("\n## "));
    return part.replaceAll("\\\\([^\\w\\s])|\\\\(?=_)", "$1")
        .replace("&lt;", "<")
        .lines()
        .skip(1)
        .toList();
  }
}

package dev.stageproof.formats.tap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Verdict;
import dev.stageproof.report.Goldens;
import dev.stageproof.report.HostileLines;
import dev.stageproof.report.SampleRuns;
import dev.stageproof.shape.Rewrite;
import dev.stageproof.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real consumers read what we write as it is meant. */
class TapConsumerTest {

  /** Per file: parse errors, points, failed points, blocks. */
  private static final String PERL =
      """
      use strict; use warnings; use TAP::Parser;
      binmode STDOUT, ':utf8';
      for my $file (@ARGV) {
        open my $in, '<:utf8', $file or die;
        my $tap = do { local $/; <$in> };
        $tap =~ s/^TAP version 14/TAP version 13/;
        my $parser = TAP::Parser->new({ tap => $tap });
        my $blocks = 0;
        while (my $line = $parser->next) { $blocks++ if $line->is_yaml }
        print join(' ', scalar($parser->parse_errors), $parser->tests_run,
          scalar($parser->failed), $blocks), "\\n";
      }
      """;

  @TempDir Path folder;

  /**
   * TAP 13 is as far as most of Perl's parsers go; what we write differs in its first line only.
   */
  @Test
  void perlReadsWhatWeMean() throws Exception {
    Tools.require("prove");
    List<RunRecord> runs = runs();
    List<String> command = new ArrayList<>(List.of("perl", "-e", PERL));
    command.addAll(files(runs));

    List<String> answers = run(command).lines().toList();

    for (int i = 0; i < runs.size(); i++) {
      List<String> words = List.of(answers.get(i).split(" ", -1));
      boolean passed = runs.get(i).judgment().verdict() == Verdict.PASS;
      assertThat(words.get(0)).as("parse errors").isEqualTo("0");
      assertThat(List.of(words.get(1), words.get(3)))
          .containsOnly(String.valueOf(runs.get(i).checks().size() + 1));
      assertThat(words.get(2).equals("0")).as("nothing failed").isEqualTo(passed);
    }
  }

  /** The parser of node-tap, which knows version 14. */
  @Test
  void tapParserReadsWhatWeMean() throws Exception {
    Tools.require("tap-parser");
    RunRecord hostile =
        Rewrite.strings(SampleRuns.unhealthy(), (key, text) -> text + " # \\ \"\n1..0\n# TODO x");
    for (String file : files(List.of(SampleRuns.healthy(), hostile))) {
      JsonNode end = parsed(file);
      boolean passed = file.endsWith("0.tap");

      assertThat(end.get("ok").asBoolean()).isEqualTo(passed);
      assertThat(end.get("count").asInt()).isEqualTo(passed ? 7 : 5);
      assertThat(end.get("todo").asInt()).isEqualTo(passed ? 2 : 1);
      assertThat(end.get("skip").asInt()).isZero();
      assertThat(end.get("bailout").asBoolean()).isFalse();
    }
  }

  /** One event tells the whole: {@code ["complete", {…}]}. */
  private JsonNode parsed(String file) throws Exception {
    String events = run(List.of("sh", "-c", "tap-parser -j 0 < \"$0\" || true", file));
    JsonNode all = new ObjectMapper().readTree(events);
    for (JsonNode event : all) {
      if (event.get(0).asText().equals("complete")) {
        return event.get(1);
      }
    }
    throw new AssertionError("it did not complete: " + events);
  }

  private static List<RunRecord> runs() {
    List<RunRecord> runs = new ArrayList<>();
    for (Goldens.Scenario scenario : Goldens.Scenario.values()) {
      runs.add(scenario.run());
    }
    HostileLines.all()
        .map(payload -> Rewrite.strings(SampleRuns.unhealthy(), (key, text) -> text + payload))
        .forEach(runs::add);
    return runs;
  }

  private List<String> files(List<RunRecord> runs) throws IOException {
    List<String> files = new ArrayList<>();
    for (RunRecord run : runs) {
      Path file = folder.resolve(files.size() + ".tap");
      Files.writeString(file, Goldens.render(new TapFormat(), run));
      files.add(file.toString());
    }
    return files;
  }

  private String run(List<String> command) throws Exception {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ended").isTrue();
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    return Files.readString(output);
  }
}

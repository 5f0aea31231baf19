package dev.stageproof.probes.logfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.bench.LogExport;
import dev.stageproof.observe.LogFileRequest;
import dev.stageproof.observe.LogMatcher;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.testing.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tenth of the size that {@link dev.stageproof.bench.LogSearchBench} runs by hand. */
class GrepAgreementTest {
  private static final int ENTRIES = 100_000;

  @TempDir private Path folder;

  @Test
  void anExportGivesTheSameCountsAsGrep() throws Exception {
    Tools.require("grep");
    Path file = folder.resolve("export.jsonl");
    LogExport.write(file, ENTRIES);

    LogReadObservation seen =
        Exports.read(
            new LogFileRequest(
                file.toString(),
                Optional.of(LogExport.REVISION),
                Optional.empty(),
                new LogQuestions(LogExport.PATTERNS, List.of(), Optional.empty())));

    assertThat(seen.entries()).isEqualTo(ENTRIES);
    assertThat(seen.hits())
        .allSatisfy(hits -> assertThat(hits.count()).isEqualTo(grep(hits.matcher(), file)));
    assertThat(seen.hits()).filteredOn(hits -> hits.count() == 0).hasSize(2);
  }

  private static long grep(LogMatcher matcher, Path file) throws IOException {
    String how = matcher.kind() == LogMatcher.Kind.LITERAL ? "-cF" : "-cE";
    Process grep =
        new ProcessBuilder("grep", how, "-e", matcher.pattern(), file.toString()).start();
    String count = new String(grep.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return Long.parseLong(count.strip());
  }
}

package dev.stageproof.gate;

import dev.stageproof.gate.Doctor.Examined;
import dev.stageproof.judge.Case;
import dev.stageproof.judge.Judge;
import dev.stageproof.model.ReportSettings;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Subject;
import dev.stageproof.spi.Diagnosis.Level;
import dev.stageproof.spi.MarkStyle;
import dev.stageproof.spi.NothingToSayException;
import dev.stageproof.spi.RenderOptions;
import dev.stageproof.spi.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tries whether reports could be written: renders one of an empty run, writes nothing. */
record ReportTrial(
    List<ReportFormat> formats, ValidationOptions options, ReportSettings settings, Instant now) {

  List<Examined> examined() throws UsageException {
    try {
      return examined(Publishing.of(formats, options.delivery()));
    } catch (ReportException e) {
      return List.of(problem("reports", e.getMessage(), "mend the template"));
    }
  }

  private List<Examined> examined(Publishing publishing) {
    List<Examined> all = new ArrayList<>();
    publishing.formats().forEach(format -> all.add(rendered(format)));
    publishing.folders().forEach(folder -> all.add(writable(folder)));
    return all;
  }

  private Examined rendered(ReportFormat format) {
    String what = "format " + format.kind();
    try {
      StringBuilder text = new StringBuilder();
      format.render(empty(), new RenderOptions(options.templates(), MarkStyle.EMOJI), text);
      return ok(what, "an empty report has %d characters".formatted(text.length()));
    } catch (NothingToSayException e) {
      return ok(what, "an empty run gives none; a real one may");
    } catch (IOException | RuntimeException e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      return problem(what, why, "mend the template, or leave --templates out");
    }
  }

  /** The folder itself, or the one that it would be made in. */
  private static Examined writable(Path folder) {
    Path there = folder.toAbsolutePath().normalize();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    String what = "folder " + folder;
    if (!Files.isDirectory(there)) {
      return problem(
          what, "`" + there + "` is a file", "choose another place with --reports or -o");
    }
    return Files.isWritable(there)
        ? ok(what, Files.exists(folder) ? "can be written to" : "can be made")
        : problem(
            what,
            "`" + there + "` can't be written to",
            "choose another place with --reports or -o, or change its permissions");
  }

  private RunRecord empty() {
    Case nothing =
        new Case(
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            LocalDate.ofInstant(now, ZoneOffset.UTC));
    return new RunRecord(
        RunRecord.SCHEMA_VERSION,
        ToolVersion.get(),
        "doctor",
        now,
        Duration.ZERO,
        false,
        Subject.unknown(),
        Optional.empty(),
        Optional.of(Target.unnamed()),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        Judge.judge(nothing),
        List.of(),
        settings,
        options.command(),
        Optional.empty(),
        Optional.empty());
  }

  private static Examined ok(String what, String text) {
    return new Examined(Level.OK, what, text, Optional.empty(), List.of(), List.of());
  }

  private static Examined problem(String what, String text, String next) {
    return new Examined(Level.PROBLEM, what, text, Optional.empty(), List.of(next), List.of());
  }
}

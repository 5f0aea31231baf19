package dev.stageproof.gate;

import dev.stageproof.model.RunRecord;
import dev.stageproof.report.ReportFiles;
import dev.stageproof.spi.RenderOptions;
import dev.stageproof.spi.ReportFormat;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Renders a record in the formats asked for and writes the files, never over another report. */
final class Publishing {

  /** One report to write; {@code named} says that its file is named after the run. */
  private record Job(ReportFormat format, Optional<Path> path, boolean named) {
    Optional<Path> file(String reportId) {
      return named ? path.map(folder -> folder.resolve(reportId + "." + format.extension())) : path;
    }

    Optional<Path> folder() {
      return named ? path : path.map(file -> file.toAbsolutePath().getParent());
    }
  }

  private final List<Job> jobs;
  private final Delivery options;

  private Publishing(List<Job> jobs, Delivery options) {
    this.jobs = jobs;
    this.options = options;
  }

  /**
   * Finds every fault that can be found before the run.
   *
   * @throws UsageException when a kind is unknown or a named file exists
   * @throws ReportException when a folder can't be made or written to
   */
  static Publishing prepare(List<ReportFormat> formats, Delivery options)
      throws UsageException, ReportException {
    Publishing publishing = of(formats, options);
    publishing.requireWritable();
    return publishing;
  }

  /**
   * Finds every fault that can be found without making a folder.
   *
   * @throws UsageException when a kind is unknown or a named file exists
   */
  static Publishing of(List<ReportFormat> formats, Delivery options)
      throws UsageException {
    Map<String, ReportFormat> byKind = new TreeMap<>();
    formats.forEach(format -> byKind.put(format.kind(), format));
    List<Job> jobs = new ArrayList<>();
    for (Output output : outputs(options)) {
      ReportFormat format = byKind.get(output.kind());
      if (format == null) {
        throw Names.unknown("report format", output.kind(), byKind.keySet());
      }
      jobs.add(job(format, output));
    }
    Publishing publishing = new Publishing(jobs, options);
    publishing.requireNew();
    return publishing;
  }

  /**
   * The same for a record that has its name already: no other report makes it take another.
   *
   * @throws UsageException when a kind is unknown or a file exists
   */
  static Publishing again(List<ReportFormat> formats, Delivery options, String reportId)
      throws UsageException {
    List<Job> jobs = new ArrayList<>();
    for (Job job : of(formats, options).jobs) {
      jobs.add(new Job(job.format(), job.file(reportId), false));
    }
    Publishing publishing = new Publishing(jobs, options);
    publishing.requireNew();
    return publishing;
  }

  /** The formats of the reports. */
  List<ReportFormat> formats() {
    return jobs.stream().map(Job::format).distinct().toList();
  }

  /** The folders that reports go to. */
  List<Path> folders() {
    return jobs.stream().flatMap(job -> job.folder().stream()).distinct().toList();
  }

  private static List<Output> outputs(Delivery options) {
    Optional<String> folder = Optional.of(options.reports() + "/");
    return options.outputs().isEmpty()
        ? List.of(new Output("markdown", folder), new Output("json", folder))
        : options.outputs();
  }

  private static Job job(ReportFormat format, Output output) {
    boolean named =
        output.path().filter(p -> p.endsWith("/") || Files.isDirectory(Path.of(p))).isPresent();
    return new Job(format, output.path().map(Path::of), named);
  }

  private void requireNew() throws UsageException {
    for (Job job : jobs) {
      boolean taken = !job.named() && job.path().filter(Files::exists).isPresent();
      if (taken && !options.overwrite()) {
        throw new UsageException(
            "`"
                + job.path().get()
                + "` exists, and a report is never overwritten; remove it, name another"
                + " file, or allow it with --overwrite");
      }
    }
  }

  void requireWritable() throws ReportException {
    for (Path folder : folders()) {
      try {
        Files.createDirectories(folder);
      } catch (IOException e) {
        throw cannotWrite(folder, e);
      }
      if (!Files.isWritable(folder)) {
        throw cannotWrite(folder, new IOException("permission denied"));
      }
    }
  }

  /** Writes all reports under the first of the candidate ids that no earlier report has. */
  Validated publish(RunRecord record, Stream<String> candidates, Appendable standardOutput)
      throws ReportException {
    Iterator<String> ids = candidates.iterator();
    while (ids.hasNext()) {
      String id = ids.next();
      if (jobs.stream()
          .noneMatch(job -> job.named() && job.file(id).filter(Files::exists).isPresent())) {
        RunRecord named = record.withReportId(id);
        return new Validated(named, write(named, standardOutput));
      }
    }
    throw new ReportException(
        "every report name of this minute is taken; run again in a minute", null);
  }

  private List<Path> write(RunRecord record, Appendable standardOutput) throws ReportException {
    List<Path> written = new ArrayList<>();
    for (Job job : jobs) {
      Optional<Path> file = job.file(record.reportId());
      try {
        if (file.isEmpty()) {
          job.format().render(record, render(), standardOutput);
        } else {
          save(job, record, file.get());
          written.add(file.get());
        }
      } catch (IOException e) {
        throw cannotWrite(file.orElse(Path.of("standard output")), e);
      }
    }
    return written;
  }

  private void save(Job job, RunRecord record, Path file) throws IOException {
    ReportFiles.Content content = out -> job.format().render(record, render(), out);
    if (options.overwrite() && !job.named()) {
      ReportFiles.writeOver(file, content);
    } else {
      ReportFiles.writeNew(file, content);
    }
  }

  private RenderOptions render() {
    return new RenderOptions(options.templates());
  }

  private static ReportException cannotWrite(Path path, IOException cause) {
    String why =
        cause instanceof FileAlreadyExistsException ? "it exists meanwhile" : cause.getMessage();
    return new ReportException(
        "the report can't be written to `"
            + path
            + "`: "
            + why
            + "; choose another place with -o KIND=PATH or --reports, or make room",
        cause);
  }
}

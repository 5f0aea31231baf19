package dev.stageproof.gate;

import dev.stageproof.gate.Job.Place;
import dev.stageproof.model.RunRecord;
import dev.stageproof.report.ReportFiles;
import dev.stageproof.spi.MarkStyle;
import dev.stageproof.spi.NothingToSayException;
import dev.stageproof.spi.RenderOptions;
import dev.stageproof.spi.ReportFormat;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Renders a record in the formats asked for and writes the files, never over another report. */
final class Publishing {

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
   * @throws UsageException when a kind is unknown, two reports share a place, or a named file
   *     exists
   * @throws ReportException when a template can't be used
   */
  static Publishing of(List<ReportFormat> formats, Delivery options)
      throws UsageException, ReportException {
    Publishing publishing = new Publishing(Jobs.of(formats, options), options);
    publishing.requireNew();
    return publishing;
  }

  /**
   * The same for a record that has its name already: no other report makes it take another.
   *
   * @throws UsageException when a kind is unknown or a file exists
   * @throws ReportException when a template can't be used
   */
  static Publishing again(List<ReportFormat> formats, Delivery options, String reportId)
      throws UsageException, ReportException {
    List<Job> jobs = new ArrayList<>();
    for (Job job : of(formats, options).jobs) {
      jobs.add(job.named() ? new Job(job.format(), job.file(reportId), Place.FILE) : job);
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

  private void requireNew() throws UsageException {
    for (Job job : jobs) {
      boolean taken = job.place() == Place.FILE && job.path().filter(Files::exists).isPresent();
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

  /**
   * Writes all reports under the first of the candidate ids that no earlier report has.
   *
   * @throws ReportException when one can't be written; the others are, all the same
   */
  Validated publish(RunRecord record, Stream<String> candidates, StandardStreams streams)
      throws ReportException {
    Iterator<String> ids = candidates.iterator();
    while (ids.hasNext()) {
      String id = ids.next();
      if (jobs.stream()
          .noneMatch(job -> job.named() && job.file(id).filter(Files::exists).isPresent())) {
        RunRecord named = record.withReportId(id);
        return new Validated(named, write(named, streams));
      }
    }
    throw new ReportException(
        "every report name of this minute is taken; run again in a minute", null);
  }

  private List<Path> write(RunRecord record, StandardStreams streams) throws ReportException {
    List<Path> written = new ArrayList<>();
    List<ReportException> failed = new ArrayList<>();
    for (Job job : jobs) {
      try {
        write(job, record, streams);
        if (job.place() == Place.FILE || job.place() == Place.NAMED) {
          job.file(record.reportId()).ifPresent(written::add);
        }
      } catch (IOException e) {
        failed.add(refused(job, record, e));
      }
    }
    if (!failed.isEmpty()) {
      throw ReportException.of(failed);
    }
    return written;
  }

  private void write(Job job, RunRecord record, StandardStreams streams) throws IOException {
    switch (job.place()) {
      case STANDARD_OUTPUT -> job.format().render(record, render(), streams.output());
      case STANDARD_ERROR -> job.format().render(record, render(), streams.error());
      case APPENDED -> ReportFiles.append(job.path().orElseThrow(), content(job, record));
      case FILE, NAMED -> save(job, record, job.file(record.reportId()).orElseThrow());
    }
  }

  private void save(Job job, RunRecord record, Path file) throws IOException {
    if (options.overwrite() && !job.named()) {
      ReportFiles.writeOver(file, content(job, record));
    } else {
      ReportFiles.writeNew(file, content(job, record));
    }
  }

  private ReportFiles.Content content(Job job, RunRecord record) {
    return out -> job.format().render(record, render(), out);
  }

  private RenderOptions render() {
    return new RenderOptions(options.templates(), MarkStyle.EMOJI);
  }

  private static ReportException refused(Job job, RunRecord record, IOException e) {
    if (e instanceof NothingToSayException) {
      return new ReportException("no " + job.format().kind() + " report: " + e.getMessage(), e);
    }
    if (job.place() == Place.APPENDED) {
      String what = "nothing can be added to `" + job.path().orElseThrow() + "`: ";
      String next = "; make it writable, or leave it out with --no-github";
      return new ReportException(what + e.getMessage() + next, e);
    }
    return cannotWrite(job.file(record.reportId()).orElse(Path.of("standard output")), e);
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

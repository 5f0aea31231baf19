package dev.stageproof.gate;

import dev.stageproof.gate.Job.Place;
import dev.stageproof.spi.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the jobs of a run: what was asked for by name, and what GitHub Actions gets besides. */
final class Jobs {
  private final Map<String, ReportFormat> byKind = new TreeMap<>();
  private final List<Job> jobs = new ArrayList<>();

  private Jobs(List<ReportFormat> formats) {
    formats.forEach(format -> byKind.put(format.kind(), format));
  }

  /**
   * All jobs, in the order in which they were asked for.
   *
   * @throws UsageException when a kind is unknown, or two reports would go to one place
   * @throws ReportException when what a format needs besides can't be used
   */
  static List<Job> of(List<ReportFormat> formats, Delivery options)
      throws UsageException, ReportException {
    Jobs all = new Jobs(formats);
    for (Output output : outputs(options)) {
      all.add(output);
    }
    options.github().ifPresent(all::addGithub);
    return List.copyOf(all.jobs);
  }

  private static List<Output> outputs(Delivery options) {
    Optional<String> folder = Optional.of(options.reports() + "/");
    return options.outputs().isEmpty()
        ? List.of(new Output("markdown", folder), new Output("json", folder))
        : options.outputs();
  }

  private void add(Output output) throws UsageException, ReportException {
    ReportFormat format = byKind.get(output.kind());
    if (format == null) {
      throw Names.unknown("report format", output.kind(), byKind.keySet());
    }
    Job job = job(bound(format, output), output.path());
    requireFree(job);
    jobs.add(job);
  }

  /** The format with what it needs besides. */
  static ReportFormat bound(ReportFormat format, Output output)
      throws UsageException, ReportException {
    if (format.argument().isPresent() != output.argument().isPresent()) {
      String needed = format.argument().map(name -> ":" + name).orElse("");
      String how = "`-o " + format.kind() + needed + "=PATH`";
      throw new UsageException("report format `" + format.kind() + "` is asked for by " + how);
    }
    if (output.argument().isEmpty()) {
      return format;
    }
    try {
      return format.with(output.argument().get());
    } catch (IOException e) {
      throw new ReportException(e.getMessage(), e);
    }
  }

  private static Job job(ReportFormat format, Optional<String> path) {
    if (path.isEmpty()) {
      return new Job(format, Optional.empty(), Place.STANDARD_OUTPUT);
    }
    Path file = Path.of(path.get());
    boolean folder = path.get().endsWith("/") || Files.isDirectory(file);
    return new Job(format, Optional.of(file), folder ? Place.NAMED : Place.FILE);
  }

  private void requireFree(Job job) throws UsageException {
    for (Job other : jobs) {
      boolean same = other.place() == job.place() && other.path().equals(job.path());
      boolean oneName = other.format().extension().equals(job.format().extension());
      if (same && (!job.named() || oneName)) {
        String where = job.path().map(path -> "`" + path + "`").orElse("standard output");
        throw new UsageException(
            "two reports go to "
                + where
                + ", "
                + other.format().kind()
                + " and "
                + job.format().kind()
                + "; give each a place of its own");
      }
    }
  }

  /** The kinds are those of the wing's one room for this reader; without it nothing is written. */
  private void addGithub(Map<String, String> environment) {
    appended("github-summary", environment.get("GITHUB_STEP_SUMMARY"));
    appended("github-outputs", environment.get("GITHUB_OUTPUT"));
    boolean taken = jobs.stream().anyMatch(job -> job.place() == Place.STANDARD_OUTPUT);
    Place place = taken ? Place.STANDARD_ERROR : Place.STANDARD_OUTPUT;
    jobs.add(new Job(byKind.get("github-annotations"), Optional.empty(), place));
  }

  /** The runner names the file; older ones name none. */
  private void appended(String kind, String path) {
    if (path != null && !path.isEmpty()) {
      jobs.add(new Job(byKind.get(kind), Optional.of(Path.of(path)), Place.APPENDED));
    }
  }
}

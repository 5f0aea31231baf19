package dev.stageproof.report;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.RunRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Parts of a run's view, found by their kind. */
final class Views {
  private Views() {}

  static <S extends SectionView> S section(RunRecord run, Class<S> type) {
    return ReportView.of(run).sections().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  static LogSummary logs(RunRecord run) {
    return checks(run).flatMap(section -> section.log().stream()).findFirst().orElseThrow();
  }

  static CheckView check(RunRecord run, String id) {
    return checks(run)
        .flatMap(section -> section.checks().stream())
        .filter(check -> check.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<ChecksSection> checks(RunRecord run) {
    return ReportView.of(run).sections().stream()
        .filter(ChecksSection.class::isInstance)
        .map(ChecksSection.class::cast);
  }

  /** A run that knows nothing but its checks. */
  static RunRecord runOf(SampleCheck... checks) {
    RunRecord run = SampleRuns.empty();
    List<CheckResult> results = Stream.of(checks).map(SampleCheck::build).toList();
    return new RunRecord(
        run.schemaVersion(),
        run.toolVersion(),
        run.reportId(),
        run.startedAt(),
        run.took(),
        run.partial(),
        run.subject(),
        run.identity(),
        run.identityGap(),
        run.window(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        results,
        run.evidence(),
        run.judgment(),
        run.notes(),
        run.report(),
        run.command(),
        run.serviceUrl(),
        run.directory());
  }
}

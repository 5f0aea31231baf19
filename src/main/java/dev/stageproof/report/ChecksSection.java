package dev.stageproof.report;

import dev.stageproof.model.ReportSettings.Section;
import java.util.List;
import java.util.Optional;

/**
 * Checks in full, each under its id.
 *
 * @param window the stretch of time that was asked for; only for logs whose reads are not known
 * @param log what was read and found; only for logs
 * @param checks in their order
 */
public record ChecksSection(
    String heading, Optional<String> window, Optional<LogSummary> log, List<CheckView> checks)
    implements SectionView {

  @Override
  public String template() {
    return "checks";
  }

  static ChecksSection of(Outline.Part part, Draft draft) {
    Optional<LogSummary> log =
        part.section() == Section.LOGS ? Optional.of(LogSummary.of(draft)) : Optional.empty();
    return new ChecksSection(
        part.heading(),
        draft
            .run()
            .window()
            .filter(w -> log.filter(it -> it.reads().isEmpty()).isPresent())
            .map(Figures::window),
        log,
        part.checks().stream().map(check -> CheckView.of(check, draft)).toList());
  }
}

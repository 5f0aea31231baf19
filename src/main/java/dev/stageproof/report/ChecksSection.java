package dev.stageproof.report;

import dev.stageproof.model.ReportSettings.Section;
import java.util.List;
import java.util.Optional;

/**
 * Checks in full, each under its id.
 *
 * @param window the stretch of time that was searched; only for logs
 */
public record ChecksSection(String heading, Optional<String> window, List<CheckView> checks)
    implements SectionView {

  @Override
  public String template() {
    return "checks";
  }

  static ChecksSection of(Outline.Part part, Draft draft) {
    return new ChecksSection(
        part.heading(),
        draft.run().window().filter(w -> part.section() == Section.LOGS).map(Figures::window),
        part.checks().stream().map(check -> CheckView.of(check, draft)).toList());
  }
}

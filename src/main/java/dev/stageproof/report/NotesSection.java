package dev.stageproof.report;

import java.util.List;

/**
 * The author's notes: shown as they are, backed by nothing.
 *
 * @param notes as configured
 */
public record NotesSection(String heading, List<String> notes) implements SectionView {

  @Override
  public String template() {
    return "notes";
  }

  static NotesSection of(String heading, Draft draft) {
    return new NotesSection(heading, draft.run().notes().stream().map(ForeignText::line).toList());
  }
}

package dev.stageproof.report;

import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.model.RunRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Cuts a report to what a place may hold, by leaving out whole sections, those that are missed least
 * first: what is left is a report, with its links, and says what it lacks.
 *
 * @param most the most that the place may hold
 * @param size the size of a text, in the unit of {@code most}
 * @param place what the place is called, "a step's summary"
 * @param limit the limit in words, "1,024 KiB"
 */
public record Fitting(int most, ToIntFunction<String> size, String place, String limit) {

  /** From what is missed least to what is missed most; the head of the report always stays. */
  private static final List<Section> EXPENDABLE =
      List.of(
          Section.EVIDENCE,
          Section.GROUPS,
          Section.LOGS,
          Section.HEALTH,
          Section.DEPLOYMENT,
          Section.COMPARISON,
          Section.CLAIMS,
          Section.NOTES,
          Section.METRICS,
          Section.OBSERVATIONS,
          Section.NEXT_STEPS,
          Section.SUMMARY,
          Section.CONFIDENCE,
          Section.RECOMMENDATION);

  /** Renders a record, whatever sections it asks for. */
  @FunctionalInterface
  public interface Renderer {
    String render(RunRecord record) throws IOException;
  }

  /**
   * The report, with as many sections as fit; where not even its head does, the verdict without a
   * word of foreign text.
   */
  public String fit(RunRecord run, Renderer renderer) throws IOException {
    List<Section> left = new ArrayList<>(run.report().sections());
    List<Section> out = new ArrayList<>();
    String text = renderer.render(run);
    for (Section section : EXPENDABLE) {
      if (fits(text)) {
        return text;
      }
      if (left.removeIf(section::equals)) {
        out.add(section);
        text = note(out) + renderer.render(run.withReport(run.report().withSections(left)));
      }
    }
    return fits(text) ? text : verdict(run);
  }

  private boolean fits(String text) {
    return size.applyAsInt(text) <= most;
  }

  private String note(List<Section> out) {
    String names = out.stream().map(Headings::plain).collect(Collectors.joining(", "));
    return "> ⚠️ **Cut to "
        + limit
        + ".** Left out: "
        + names
        + ". The whole report is in the files that the run wrote.\n\n";
  }

  private String verdict(RunRecord run) {
    return "# "
        + run.judgment().verdict()
        + ", confidence "
        + run.judgment().confidence().level()
        + "\n\nThe report is too long for "
        + place
        + "; it is whole in the files that the run wrote.\n";
  }
}

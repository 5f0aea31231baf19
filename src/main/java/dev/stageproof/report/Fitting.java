package dev.stageproof.report;

import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.model.RunRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Cuts a report to what a place may hold, by leaving out whole sections, those that are missed
 * least first: what is left is a report, with its links, and says what it lacks.
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
    List<Section> out = new ArrayList<>();
    String text = renderer.render(run);
    for (Section section : expendable(run)) {
      if (fits(text)) {
        break;
      }
      out.add(section);
      text = without(out, run, renderer);
    }
    return fits(text) ? fuller(text, out, run, renderer) : verdict(run);
  }

  /** Those that have something to say in this run. */
  private static List<Section> expendable(RunRecord run) {
    List<Section> said = Outline.of(run).parts().stream().map(Outline.Part::section).toList();
    return EXPENDABLE.stream().filter(said::contains).toList();
  }

  /** With what was left out in vain put back: one section may be as long as all others. */
  private String fuller(String fitting, List<Section> out, RunRecord run, Renderer renderer)
      throws IOException {
    String best = fitting;
    List<Section> kept = new ArrayList<>(out);
    for (int i = out.size() - 2; i >= 0; i--) {
      List<Section> fewer = new ArrayList<>(kept);
      fewer.remove(out.get(i));
      String text = without(fewer, run, renderer);
      if (fits(text)) {
        best = text;
        kept = fewer;
      }
    }
    return best;
  }

  private String without(List<Section> out, RunRecord run, Renderer renderer) throws IOException {
    List<Section> left = new ArrayList<>(run.report().sections());
    left.removeAll(out);
    return note(out) + renderer.render(run.withReport(run.report().withSections(left)));
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

package dev.stageproof.report;

import dev.stageproof.model.Excerpt;
import java.util.ArrayList;
import java.util.List;

/**
 * Excerpts that follow each other from one source, shown as one block.
 *
 * @param label the source in a few words
 * @param timed true when its lines begin with times
 * @param text the lines, each with its time (UTC) and severity where the source gave them
 */
public record ExcerptBlock(String label, boolean timed, String text) {

  static List<ExcerptBlock> of(List<Excerpt> excerpts) {
    List<ExcerptBlock> blocks = new ArrayList<>();
    for (Excerpt excerpt : excerpts) {
      String label = ForeignText.line(excerpt.label());
      int last = blocks.size() - 1;
      if (last >= 0 && blocks.get(last).continues(label, excerpt)) {
        blocks.set(last, blocks.get(last).plus(lines(excerpt)));
      } else {
        blocks.add(new ExcerptBlock(label, excerpt.at().isPresent(), lines(excerpt)));
      }
    }
    return List.copyOf(blocks);
  }

  private boolean continues(String source, Excerpt excerpt) {
    return label.equals(source) && timed == excerpt.at().isPresent();
  }

  private ExcerptBlock plus(String more) {
    return new ExcerptBlock(label, timed, text + "\n" + more);
  }

  private static String lines(Excerpt excerpt) {
    String time = excerpt.at().map(at -> Figures.moment(at) + " ").orElse("");
    String level = excerpt.level().map(name -> ForeignText.line(name) + " ").orElse("");
    return time + level + ForeignText.block(excerpt.text());
  }
}

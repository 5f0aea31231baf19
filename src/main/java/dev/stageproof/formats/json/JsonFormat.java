package dev.stageproof.formats.json;

import dev.stageproof.model.RunRecord;
import dev.stageproof.shape.JsonTrees;
import dev.stageproof.shape.Trees;
import dev.stageproof.spi.RenderOptions;
import dev.stageproof.spi.ReportFormat;
import java.io.IOException;

/**
 * The run record, indented, ending with a line feed. Times are ISO 8601 in UTC, lengths of time ISO
 * 8601 durations; what is absent is left out.
 */
public final class JsonFormat implements ReportFormat {

  @Override
  public String kind() {
    return "json";
  }

  @Override
  public String extension() {
    return "json";
  }

  @Override
  public String description() {
    return "The run record: everything asked, seen and concluded, for tools and for later reports.";
  }

  @Override
  public void render(RunRecord record, RenderOptions options, Appendable out) throws IOException {
    out.append(JsonTrees.printed(Trees.of(record)));
  }
}

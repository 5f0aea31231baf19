package dev.stageproof.formats.json;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stageproof.model.RunRecord;
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
    out.append(Writing.WRITER.writeValueAsString(Trees.of(record))).append('\n');
  }

  /** Made at the first use, so that finding the format costs nothing. */
  private static final class Writing {
    static final ObjectWriter WRITER = JsonMapper.builder().build().writer(printer());

    /** Jackson's own printer ends lines as the operating system does. */
    private static DefaultPrettyPrinter printer() {
      var separators =
          Separators.createDefaultInstance()
              .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
              .withArrayEmptySeparator("")
              .withObjectEmptySeparator("");
      var lines = new DefaultIndenter("  ", "\n");
      return new DefaultPrettyPrinter(separators)
          .withObjectIndenter(lines)
          .withArrayIndenter(lines);
    }
  }
}

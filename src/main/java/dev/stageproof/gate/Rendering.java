package dev.stageproof.gate;

import dev.stageproof.model.RunRecord;
import dev.stageproof.spi.MarkStyle;
import dev.stageproof.spi.RenderOptions;
import dev.stageproof.spi.ReportFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The use case of {@code report}: renders a stored record, byte for byte as its run did. */
public final class Rendering {

  /** What a run is named by, unless its record was written by hand. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

  private final Catalog catalog;

  public Rendering(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Writes the reports.
   *
   * @return the files, in the order of the outputs
   * @throws UsageException when a kind is unknown, or a file exists
   * @throws ReportException when a report can't be written
   */
  public List<Path> write(RunRecord record, Delivery delivery, StandardStreams streams)
      throws UsageException, ReportException {
    String id = record.reportId();
    if (!NAME.matcher(id).matches()) {
      throw new UsageException("the record's `reportId` can't name a file, so it is not a run's");
    }
    Publishing publishing = Publishing.again(catalog.formats(), delivery, id);
    publishing.requireWritable();
    return publishing.publish(record, Stream.of(id), streams).written();
  }

  /**
   * The report as text.
   *
   * @throws IOException when a template can't be used
   */
  static String text(RunRecord record, ReportFormat format, Optional<Path> templates)
      throws IOException {
    StringBuilder text = new StringBuilder();
    format.render(record, new RenderOptions(templates, MarkStyle.EMOJI), text);
    return text.toString();
  }

  /**
   * The format of a kind.
   *
   * @throws UsageException when there is none
   */
  static ReportFormat format(String kind, List<ReportFormat> formats) throws UsageException {
    return formats.stream()
        .filter(format -> format.kind().equals(kind))
        .findFirst()
        .orElseThrow(
            () ->
                Names.unknown(
                    "report format", kind, formats.stream().map(ReportFormat::kind).toList()));
  }
}

package dev.stageproof.gate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stageproof.model.RunRecord;
import dev.stageproof.spi.ReportFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The use case of {@code report --verify}: whether a report says, byte for byte, what its record
 * renders to.
 *
 * @param kind the format that was rendered
 * @param lineEnds true when all that differs is that each line ends with CR LF
 * @param edit the first place that differs; empty when none does, or only the line ends
 */
public record Verification(String kind, boolean lineEnds, Optional<Edit> edit) {

  /** More than any report that is read by people. */
  private static final int MOST_BYTES = 64 * 1024 * 1024;

  /**
   * The first difference.
   *
   * @param line counts from 1
   * @param column counts from 1, in characters
   * @param report the line in the report; empty when it has ended
   * @param rendered the line as it is rendered; empty when that has ended
   */
  public record Edit(int line, int column, Optional<String> report, Optional<String> rendered) {

    static Edit first(String report, String rendered) {
      String[] one = report.split("\n", -1);
      String[] other = rendered.split("\n", -1);
      int line = 0;
      while (line < one.length && line < other.length && one[line].equals(other[line])) {
        line++;
      }
      Optional<String> here = at(one, line);
      Optional<String> there = at(other, line);
      return new Edit(line + 1, column(here.orElse(""), there.orElse("")), here, there);
    }

    private static Optional<String> at(String[] lines, int index) {
      return index < lines.length ? Optional.of(lines[index]) : Optional.empty();
    }

    private static int column(String one, String other) {
      int same = 0;
      while (same < one.length()
          && same < other.length()
          && one.charAt(same) == other.charAt(same)) {
        same++;
      }
      return one.codePointCount(0, same) + 1;
    }
  }

  /**
   * Renders anew and compares.
   *
   * @param format the report's format, as it stands before the {@code =} of an output; empty to go
   *     by the file's ending
   * @param templates those that the report was made with
   * @throws UsageException when the report can't be read, or its format is not known
   */
  public static Verification of(
      Path report,
      RunRecord record,
      Optional<String> format,
      Optional<Path> templates,
      Catalog catalog)
      throws UsageException, ReportException {
    byte[] bytes = read(report);
    List<Verification> all = new ArrayList<>();
    for (ReportFormat candidate : candidates(report, format, catalog.formats())) {
      all.add(compare(bytes, candidate.kind(), rendered(record, candidate, templates)));
    }
    return all.stream().filter(Verification::same).findFirst().orElseGet(() -> all.get(0));
  }

  /** True when the report says what the record renders to, whatever its lines end with. */
  public boolean same() {
    return edit.isEmpty();
  }

  /** Where the report is no UTF-8, its bytes are held against each other. */
  static Verification compare(byte[] report, String kind, String rendered) {
    byte[] wanted = rendered.getBytes(UTF_8);
    if (Arrays.equals(report, wanted)) {
      return new Verification(kind, false, Optional.empty());
    }
    if (Arrays.equals(report, rendered.replace("\n", "\r\n").getBytes(UTF_8))) {
      return new Verification(kind, true, Optional.empty());
    }
    Edit edit = Edit.first(new String(report, UTF_8), rendered);
    boolean unreadable = edit.report().equals(edit.rendered());
    return new Verification(
        kind,
        false,
        Optional.of(
            unreadable
                ? Edit.first(new String(report, ISO_8859_1), new String(wanted, ISO_8859_1))
                : edit));
  }

  private static List<ReportFormat> candidates(
      Path report, Optional<String> format, List<ReportFormat> formats)
      throws UsageException, ReportException {
    if (format.isPresent()) {
      Output named = Output.parse(format.get() + "=-");
      return List.of(Jobs.bound(Rendering.format(named.kind(), formats), named));
    }
    String name = report.getFileName().toString();
    List<ReportFormat> fitting =
        formats.stream()
            .filter(it -> it.argument().isEmpty() && name.endsWith("." + it.extension()))
            .sorted(Comparator.comparing(it -> -it.extension().length()))
            .toList();
    if (fitting.isEmpty()) {
      throw new UsageException(
          "the format of `"
              + report
              + "` can't be told from its name; say it with --format\n  known: "
              + String.join(", ", formats.stream().map(ReportFormat::kind).toList()));
    }
    return fitting;
  }

  private static String rendered(RunRecord record, ReportFormat format, Optional<Path> templates)
      throws ReportException {
    try {
      return Rendering.text(record, format, templates);
    } catch (IOException e) {
      throw new ReportException(
          "the record can't be rendered as " + format.kind() + ": " + e.getMessage(), e);
    }
  }

  private static byte[] read(Path report) throws UsageException {
    try (InputStream in = Files.newInputStream(report)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new UsageException("`" + report + "` is larger than 64 MiB: it is no report");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new UsageException("the report `" + report + "` does not exist", e);
    } catch (IOException e) {
      throw new UsageException("the report `" + report + "` can't be read: " + e.getMessage(), e);
    }
  }
}

package dev.stageproof.gate;

import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.RunRecord;
import dev.stageproof.report.Fitting;
import dev.stageproof.spi.Publication;
import dev.stageproof.spi.Publisher;
import dev.stageproof.spi.Publisher.Posting;
import dev.stageproof.spi.RenderOptions;
import dev.stageproof.spi.ReportFormat;
import dev.stageproof.spi.UnpublishedException;
import dev.stageproof.stored.StoredRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The use case of {@code publish}: puts what a stored run came to where people read it. */
public final class Posts {
  private final Catalog catalog;
  private final StoredRecord stored;
  private final RenderOptions look;
  private final Map<String, String> environment;

  private Posts(
      Catalog catalog, StoredRecord stored, RenderOptions look, Map<String, String> environment) {
    this.catalog = catalog;
    this.stored = stored;
    this.look = look;
    this.environment = Map.copyOf(environment);
  }

  /**
   * Of one record.
   *
   * @param record a file, or {@code -} for standard input
   * @param look what the reports look like
   * @throws UsageException when the record can't be read
   */
  public static Posts of(
      Path record,
      InputStream standardInput,
      RenderOptions look,
      Catalog catalog,
      Map<String, String> environment)
      throws UsageException {
    StoredRecord stored = StoredRecords.load(record, standardInput);
    return new Posts(catalog, stored, look, environment);
  }

  /**
   * What would be sent.
   *
   * @param kind the publisher's
   * @throws UsageException when the record or a setting can't be used
   */
  public List<String> preview(String kind, Map<String, String> settings)
      throws UsageException, ReportException {
    return posting(kind, settings).preview();
  }

  /**
   * Sends it.
   *
   * @return what was done, one line each
   * @throws UsageException when the record, a setting or the environment can't be used
   * @throws ReportException when it could not be published
   */
  public List<String> send(String kind, Map<String, String> settings)
      throws UsageException, ReportException, InterruptedException {
    Posting posting = posting(kind, settings);
    try {
      return posting.send();
    } catch (InvalidSetting e) {
      throw new UsageException(e.getMessage(), e);
    } catch (UnpublishedException e) {
      throw new ReportException(e.getMessage(), e);
    }
  }

  private Posting posting(String kind, Map<String, String> settings)
      throws UsageException, ReportException {
    Rejudgment.of(stored, catalog).requireHonest("published");
    ReportFormat markdown = Rendering.format("markdown", catalog.formats());
    try {
      return publisher(kind)
          .prepare(
              publication(stored.record(), run -> Rendering.text(run, markdown, look)),
              settings,
              environment);
    } catch (InvalidSetting e) {
      throw new UsageException(e.getMessage(), e);
    } catch (IOException e) {
      throw new ReportException("the report can't be made: " + e.getMessage(), e);
    }
  }

  private Publisher publisher(String kind) throws UsageException {
    List<Publisher> all = catalog.publishers();
    return all.stream()
        .filter(publisher -> publisher.kind().equals(kind))
        .findFirst()
        .orElseThrow(
            () -> Names.unknown("publisher", kind, all.stream().map(Publisher::kind).toList()));
  }

  private static Publication publication(RunRecord run, Fitting.Renderer renderer) {
    return new Publication() {
      @Override
      public RunRecord run() {
        return run;
      }

      @Override
      public String markdown(int most) throws IOException {
        String limit = String.format(Locale.ROOT, "%,d characters", most);
        return new Fitting(most, String::length, "a comment", limit).fit(run, renderer);
      }
    };
  }
}

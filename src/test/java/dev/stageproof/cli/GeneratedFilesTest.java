package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.gate.Catalog;
import dev.stageproof.gate.Reference;
import dev.stageproof.gate.UsageException;
import dev.stageproof.refdoc.TemplatesPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The committed schemas and reference pages are what the records and the templates say. */
class GeneratedFilesTest {
  private static final Path CONFIG = Path.of("config");
  private static final boolean UPDATE = Boolean.getBoolean("generated.update");
  private static final String RENEW =
      "config/%s differs from the records; renew it with:"
          + " ./mvnw test -Dtest=GeneratedFilesTest -Dgenerated.update=true";

  @Test
  void everyGeneratedFileIsUpToDate() throws IOException, UsageException {
    for (Map.Entry<String, String> file : generated().entrySet()) {
      Path path = CONFIG.resolve(file.getKey());
      if (UPDATE) {
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
      assertThat(path).as(RENEW, file.getKey()).hasContent(file.getValue());
    }
  }

  @Test
  void noPageIsLeftOfACheckTypeThatIsGone() throws IOException, UsageException {
    try (Stream<Path> pages = Files.list(CONFIG.resolve("reference"))) {
      List<String> names = pages.map(page -> CONFIG.relativize(page).toString()).toList();
      assertThat(generated().keySet()).containsAll(names);
    }
  }

  private static Map<String, String> generated() throws IOException, UsageException {
    Map<String, String> files =
        new TreeMap<>(Documents.all(new Reference(Catalog.with(List.of()))));
    files.put("reference/templates.md", TemplatesPage.text());
    return files;
  }
}

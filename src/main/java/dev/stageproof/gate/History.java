package dev.stageproof.gate;

import dev.stageproof.offline.Chronicle;
import dev.stageproof.offline.Past;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The use case of {@code history}: the runs of which a folder holds the records.
 *
 * @param services the runs by service
 * @param unread what looked like a record and can't be used, each with its file and why
 * @param cut true when the folder holds more files than are read
 */
public record History(List<Chronicle> services, List<String> unread, boolean cut) {

  /** Folders of artifacts lie within each other; a whole disk is no folder of records. */
  private static final int DEPTH = 5;

  /** Records are read one after the other; a year of them takes under a minute. */
  static final int MOST_FILES = 10_000;

  private static final String ENDING = ".json";

  /**
   * Reads every record in the folder and the folders below it, one at a time.
   *
   * @param service a service's name, to see its runs only
   * @throws UsageException when there is no such folder, or no run of the service in it
   */
  public static History in(Path folder, Optional<String> service) throws UsageException {
    if (!Files.isDirectory(folder)) {
      throw new UsageException("`" + folder + "` is no folder; name one that holds records");
    }
    List<Path> files = files(folder);
    List<Past> runs = new ArrayList<>();
    List<String> unread = new ArrayList<>();
    for (Path file : files.subList(0, Math.min(files.size(), MOST_FILES))) {
      try {
        runs.add(Past.of(StoredRecords.read(file)));
      } catch (UsageException e) {
        unread.add(e.getMessage());
      }
    }
    List<Chronicle> all = Chronicle.of(runs);
    return new History(wanted(all, service, folder), unread, files.size() > MOST_FILES);
  }

  private static List<Chronicle> wanted(List<Chronicle> all, Optional<String> service, Path folder)
      throws UsageException {
    List<Chronicle> wanted =
        all.stream().filter(it -> service.isEmpty() || named(it, service.get())).toList();
    if (wanted.isEmpty() && service.isPresent()) {
      List<String> known = all.stream().flatMap(it -> it.service().stream()).toList();
      throw new UsageException(
          "`"
              + folder
              + "` holds no record of a run of `"
              + service.get()
              + "`\n  services: "
              + (known.isEmpty() ? "none" : String.join(", ", known)));
    }
    return wanted;
  }

  /** By the service's own name, or with project and region before it. */
  private static boolean named(Chronicle chronicle, String name) {
    return chronicle
        .service()
        .filter(full -> full.equals(name) || full.endsWith("/" + name))
        .isPresent();
  }

  private static List<Path> files(Path folder) throws UsageException {
    try (Stream<Path> all = Files.walk(folder, DEPTH)) {
      return all.filter(file -> file.toString().endsWith(ENDING))
          .filter(Files::isRegularFile)
          .limit(MOST_FILES + 1L)
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new UsageException("`" + folder + "` can't be read: " + e.getMessage(), e);
    }
  }
}

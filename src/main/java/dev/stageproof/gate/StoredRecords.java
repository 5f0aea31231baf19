package dev.stageproof.gate;

import dev.stageproof.model.RunRecord;
import dev.stageproof.stored.RecordReader;
import dev.stageproof.stored.StoredRecord;
import dev.stageproof.stored.UnreadableRecordException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The records of earlier runs, as files. */
public final class StoredRecords {
  private StoredRecords() {}

  /** As a file it is standard input. */
  public static final Path STANDARD_INPUT = Path.of("-");

  /**
   * A record that can be relied on.
   *
   * @throws UsageException when it can't be read, or its evidence was changed after the run
   */
  public static RunRecord read(Path file) throws UsageException {
    return reliable(file, load(file));
  }

  /**
   * A record that can be relied on, in a file or, as {@code -}, on standard input.
   *
   * @throws UsageException when it can't be read, or its evidence was changed after the run
   */
  public static RunRecord read(Path file, InputStream standardInput) throws UsageException {
    return reliable(file, load(file, standardInput));
  }

  static RunRecord reliable(Path file, StoredRecord stored) throws UsageException {
    if (stored.changed().isEmpty()) {
      return stored.record();
    }
    throw trouble(
        file,
        "it was changed after the run: evidence "
            + String.join(", ", stored.changed())
            + " does not fit its sha256; use the file as the run wrote it",
        null);
  }

  /**
   * A record, whether its evidence was changed or not.
   *
   * @throws UsageException when it can't be read
   */
  public static StoredRecord load(Path file) throws UsageException {
    if (Files.isDirectory(file)) {
      throw trouble(file, "it is a folder; name the file that a run wrote as `-o json=PATH`", null);
    }
    return load(file, () -> Files.newInputStream(file));
  }

  /**
   * A record, whether its evidence was changed or not, in a file or, as {@code -}, on standard
   * input.
   *
   * @throws UsageException when it can't be read
   */
  public static StoredRecord load(Path file, InputStream standardInput) throws UsageException {
    return file.equals(STANDARD_INPUT) ? load(file, () -> standardInput) : load(file);
  }

  /** Where a record's bytes come from. */
  @FunctionalInterface
  private interface Source {
    InputStream open() throws IOException;
  }

  private static StoredRecord load(Path file, Source source) throws UsageException {
    try {
      return RecordReader.read(source.open());
    } catch (UnreadableRecordException e) {
      throw trouble(file, e.getMessage(), e);
    } catch (NoSuchFileException e) {
      throw trouble(file, "there is no such file; name one that a run wrote as `-o json=PATH`", e);
    } catch (AccessDeniedException e) {
      throw trouble(file, "it may not be read by this user", e);
    } catch (IOException e) {
      throw trouble(file, String.valueOf(e.getMessage()), e);
    }
  }

  private static UsageException trouble(Path file, String why, Throwable cause) {
    String which = file.equals(STANDARD_INPUT) ? "on standard input" : "`" + file + "`";
    return new UsageException("the record " + which + " can't be used: " + why, cause);
  }
}

package dev.stageproof.report;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes a report's file so that a reader sees the whole of it or nothing: the text goes to a
 * temporary file in the same folder, which then takes the report's name. The temporary file is gone
 * afterwards, whatever happens. Files are UTF-8 and get the permissions of any new file. Safe to
 * call from several threads and processes at once, and from an interrupted thread.
 */
public final class ReportFiles {

  /** Writes a report's text. */
  @FunctionalInterface
  public interface Content {
    void writeTo(Appendable out) throws IOException;
  }

  /** Gives an existing file a second name, as {@link Files#createLink} does. */
  @FunctionalInterface
  interface Linker {
    void link(Path name, Path existing) throws IOException;
  }

  private ReportFiles() {}

  /**
   * Writes a file that does not exist yet; missing folders are created.
   *
   * @throws FileAlreadyExistsException when {@code target} exists; it is left untouched, even when
   *     it appears while the report is written
   * @throws NotDirectoryException when a file stands where a folder is needed
   * @throws IOException when the folder or the disk refuses, or {@code content} throws it
   */
  public static void writeNew(Path target, Content content) throws IOException {
    writeNew(target, content, Files::createLink);
  }

  static void writeNew(Path target, Content content, Linker linker) throws IOException {
    createFolder(target);
    if (Files.exists(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    Path temporary = write(target, content);
    try {
      publish(temporary, target, linker);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * Writes a file, replacing one of the same name in one step. Something that is not a regular
   * file, such as {@code /dev/stderr} or a pipe, is written to as it is.
   *
   * @throws NotDirectoryException when a file stands where a folder is needed
   * @throws IOException when the folder or the disk refuses, or {@code content} throws it
   */
  public static void writeOver(Path target, Content content) throws IOException {
    createFolder(target);
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      writeTo(target, content);
      return;
    }
    Path file = Files.exists(target) ? target.toRealPath() : target;
    Path temporary = write(file, content);
    try {
      replace(temporary, file);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * Adds to the end of a file that others write to as well; it is made when there is none. What can
   * be found out before a byte is written is: the whole text is made first.
   *
   * @throws IOException when the file can't be written to, or {@code content} throws it
   */
  public static void append(Path target, Content content) throws IOException {
    StringBuilder text = new StringBuilder();
    content.writeTo(text);
    Files.writeString(
        target, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static void createFolder(Path target) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(folder)) {
      return;
    }
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException e) {
      var refusal = new NotDirectoryException(e.getFile());
      refusal.initCause(e);
      throw refusal;
    }
  }

  private static Path write(Path target, Content content) throws IOException {
    Path temporary = target.resolveSibling(".stageproof-" + UUID.randomUUID() + ".tmp");
    create(temporary, target);
    try {
      writeTo(temporary, content);
      return temporary;
    } catch (IOException | RuntimeException | Error e) {
      Files.deleteIfExists(temporary);
      throw e;
    }
  }

  /** A refusal is about the report, not about a file that no one asked for. */
  private static void create(Path temporary, Path target) throws IOException {
    try {
      Files.createFile(temporary);
    } catch (FileSystemException e) {
      String why = e.getReason() == null ? "its folder can't be written to" : e.getReason();
      var refusal = new FileSystemException(target.toString(), null, why);
      refusal.initCause(e);
      throw refusal;
    }
  }

  /** A plain stream, because a channel closes itself when its thread is interrupted. */
  private static void writeTo(Path file, Content content) throws IOException {
    try (var bytes = new FileOutputStream(file.toFile());
        Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      content.writeTo(out);
    }
  }

  /** A link is the one step that names a file without ever replacing another. */
  private static void publish(Path temporary, Path target, Linker linker) throws IOException {
    try {
      linker.link(target, temporary);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (IOException | UnsupportedOperationException e) {
      reserveAndMove(temporary, target);
    }
  }

  /** For file systems without links: the name is taken first, by an empty file of our own. */
  private static void reserveAndMove(Path temporary, Path target) throws IOException {
    Files.createFile(target);
    try {
      replace(temporary, target);
    } catch (IOException e) {
      Files.deleteIfExists(target);
      throw e;
    }
  }

  private static void replace(Path temporary, Path target) throws IOException {
    try {
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}

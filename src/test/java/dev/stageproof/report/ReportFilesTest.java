package dev.stageproof.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {
  @TempDir Path folder;

  @Test
  void newFileIsUtf8InFoldersMadeForIt() throws IOException {
    Path target = folder.resolve("a/b/report.md");
    ReportFiles.writeNew(target, out -> out.append("✅ \uD83D"));

    assertThat(Files.readString(target)).isEqualTo("✅ ?");
    assertThat(names(target.getParent())).containsExactly("report.md");
  }

  @Test
  void existingFileIsNeverTouched() throws IOException {
    Path target = Files.writeString(folder.resolve("report.md"), "old");

    assertThatThrownBy(() -> ReportFiles.writeNew(target, out -> out.append("new")))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(target).hasContent("old");
    assertThat(names(folder)).containsExactly("report.md");
  }

  @Test
  void fileThatAppearsMeanwhileIsNotTouchedEither() {
    Path target = folder.resolve("report.md");

    assertThatThrownBy(
            () ->
                ReportFiles.writeNew(
                    target,
                    out -> {
                      Files.writeString(target, "theirs");
                      out.append("ours");
                    }))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(target).hasContent("theirs");
  }

  @Test
  void withoutLinksTheFileIsStillNewOrRefused() throws IOException {
    Path target = folder.resolve("report.md");
    ReportFiles.Linker none =
        (name, existing) -> {
          throw new FileSystemException(name.toString(), null, "Operation not permitted");
        };

    ReportFiles.writeNew(target, out -> out.append("first"), none);
    assertThatThrownBy(() -> ReportFiles.writeNew(target, out -> out.append("second"), none))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(target).hasContent("first");
    assertThat(names(folder)).containsExactly("report.md");
  }

  @Test
  void failureLeavesNothingBehind() {
    Path target = folder.resolve("report.md");

    assertThatThrownBy(
            () ->
                ReportFiles.writeNew(
                    target,
                    out -> {
                      out.append("half");
                      throw new IOException("No space left on device");
                    }))
        .hasMessage("No space left on device");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void fileWhereAFolderIsNeededIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("reports"), "a file");

    assertThatThrownBy(() -> ReportFiles.writeNew(file.resolve("r.md"), out -> out.append("x")))
        .isInstanceOf(NotDirectoryException.class)
        .hasMessage(file.toString());
  }

  @Test
  void folderThatRefusesIsSaidWithTheReportsName() {
    Path target = Path.of("/proc/self/report.md");
    assumeTrue(Files.isDirectory(target.getParent()), "needs a folder that takes no files");

    assertThatThrownBy(() -> ReportFiles.writeNew(target, out -> out.append("x")))
        .isInstanceOf(FileSystemException.class)
        .hasMessage("/proc/self/report.md: its folder can't be written to");
  }

  @Test
  void ofManyWritersOneWins() throws IOException {
    Path target = folder.resolve("report.md");
    List<CompletableFuture<Boolean>> writers =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> wins(target, "writer " + i)))
            .toList();

    assertThat(writers.stream().filter(CompletableFuture::join)).hasSize(1);
    assertThat(Files.readString(target)).startsWith("writer ");
    assertThat(names(folder)).containsExactly("report.md");
  }

  @Test
  void interruptedThreadStillWrites() throws IOException {
    Path target = folder.resolve("report.md");
    Thread.currentThread().interrupt();
    try {
      ReportFiles.writeNew(target, out -> out.append("what was seen so far"));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(target).hasContent("what was seen so far");
  }

  @Test
  void permissionsAreThoseOfAnyNewFile() throws IOException {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "needs POSIX modes");
    Path target = folder.resolve("report.md");
    ReportFiles.writeNew(target, out -> out.append("x"));
    Path plain = Files.createFile(folder.resolve("plain"));

    assertThat(Files.getPosixFilePermissions(target))
        .isEqualTo(Files.getPosixFilePermissions(plain));
  }

  @Test
  void overwritingReplacesTheWholeFileBehindALink() throws IOException {
    Path target = Files.writeString(folder.resolve("report.md"), "a longer old report");
    Path link = Files.createSymbolicLink(folder.resolve("latest.md"), target);

    ReportFiles.writeOver(link, out -> out.append("new"));
    assertThat(target).hasContent("new");
    assertThat(Files.isSymbolicLink(link)).isTrue();
  }

  @Test
  void failedOverwritingKeepsTheOldFile() throws IOException {
    Path target = Files.writeString(folder.resolve("report.md"), "old");

    assertThatThrownBy(
            () ->
                ReportFiles.writeOver(
                    target,
                    out -> {
                      throw new IOException("No space left on device");
                    }))
        .hasMessage("No space left on device");
    assertThat(target).hasContent("old");
    assertThat(names(folder)).containsExactly("report.md");
  }

  @Test
  void deviceIsWrittenToAndNotReplaced() throws IOException {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device), "needs /dev/null");

    ReportFiles.writeOver(device, out -> out.append("gone"));
    assertThat(Files.isRegularFile(device)).isFalse();
  }

  private static boolean wins(Path target, String text) {
    try {
      ReportFiles.writeNew(target, out -> out.append(text));
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}

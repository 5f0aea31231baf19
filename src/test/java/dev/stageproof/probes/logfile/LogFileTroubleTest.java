package dev.stageproof.probes.logfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.LogFileRequest;
import dev.stageproof.probes.Deadline;
import dev.stageproof.spi.UnobservedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTroubleTest {
  private static final String ONE = Exports.text(Exports.AT, "pool is full") + "\n";
  private static final Path STANDARD_INPUT = Path.of("-");

  @TempDir private Path folder;

  private static Gap gap(LogFileProbe probe, LogFileRequest request) {
    return catchThrowableOfType(
            UnobservedException.class,
            () -> probe.observe(request, Deadline.in(Duration.ofSeconds(30))))
        .gap();
  }

  private static Gap gap(Path file) {
    return gap(new LogFileProbe(), Exports.request(file, "pool"));
  }

  @Test
  void aMissingFileIsNamed() {
    Path missing = folder.resolve("missing.json");

    assertThat(gap(missing))
        .isEqualTo(
            Gap.of(
                GapReason.NOT_FOUND,
                missing + " does not exist",
                "export the log to it, or correct the path of the file"));
  }

  @Test
  void aFolderIsNoExport() {
    assertThat(gap(folder).message()).isEqualTo(folder + " is a folder");
  }

  @Test
  void aFileWithoutAnyEntryIsNoAnswer() {
    Path file = Exports.file(folder, "insertId: a\ntextPayload: gcloud's own form\n");

    assertThat(gap(file).reason()).isEqualTo(GapReason.MALFORMED);
    assertThat(gap(file).message())
        .startsWith(
            file + " holds no log entries: line 1: not JSON: Unrecognized token 'insertId'");
    assertThat(gap(file).settle())
        .isEqualTo(
            "export with `gcloud logging read --format=json`; `jq -c .` puts each object on a"
                + " line");
  }

  @Test
  void damagedGzipIsNoAnswer() throws IOException {
    Path file = folder.resolve("export.json.gz");
    Files.write(file, new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 0, 77, 77});

    assertThat(gap(file).reason()).isEqualTo(GapReason.MALFORMED);
    assertThat(gap(file).message()).startsWith(file + " can't be read: ");
  }

  @Test
  void standardInputIsReadOnce() throws Exception {
    byte[] bytes = ONE.getBytes(StandardCharsets.UTF_8);
    LogFileProbe probe = new LogFileProbe(() -> new ByteArrayInputStream(bytes));
    LogFileRequest request = Exports.request(STANDARD_INPUT, "pool");

    assertThat(probe.observe(request, Deadline.in(Duration.ofSeconds(30))).entries()).isEqualTo(1);
    assertThat(gap(probe, request).message())
        .isEqualTo("standard input was read before, and can be read only once");
  }

  @Test
  void aFileThatChangesMeanwhileIsNoAnswer() throws Exception {
    Path file = Exports.file(folder, ONE);

    try (LogFile open = LogFile.open(file)) {
      open.requireUnchanged();
      Files.writeString(file, ONE, StandardOpenOption.APPEND);

      assertThatThrownBy(open::requireUnchanged).hasMessage(file + " changed while it was read");
    }
  }

  @Test
  void theDeadlineIsKept() {
    LogFileRequest request = Exports.request(Exports.file(folder, ONE), "pool");

    assertThatThrownBy(() -> new LogFileProbe().observe(request, Deadline.in(Duration.ZERO)))
        .isInstanceOf(UnobservedException.class)
        .hasMessage(request.path() + " could not be read to its end in time");
  }

  @Test
  void anInterruptEndsReadingOfAFile() {
    LogFileRequest request = Exports.request(Exports.file(folder, ONE), "pool");
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> Exports.read(request)).isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void anInterruptEndsTheWaitForStandardInput() throws Exception {
    Pipe silent = Pipe.open();
    CountDownLatch asked = new CountDownLatch(1);
    InputStream input = Channels.newInputStream(silent.source());
    LogFileProbe probe =
        new LogFileProbe(
            () -> {
              asked.countDown();
              return input;
            });
    CompletableFuture<Throwable> outcome = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> outcome.complete(catchThrowableOfType(Throwable.class, () -> wait(probe))));
    reader.start();
    asked.await();

    reader.interrupt();

    assertThat(outcome.join()).isInstanceOf(InterruptedException.class);
    silent.sink().close();
  }

  private static void wait(LogFileProbe probe) throws UnobservedException, InterruptedException {
    probe.observe(Exports.request(STANDARD_INPUT, "pool"), Deadline.in(Duration.ofSeconds(30)));
  }
}

package dev.stageproof.probes.logfile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.observe.LogFileRequest;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogSeverity;
import dev.stageproof.probes.Deadline;
import dev.stageproof.spi.UnobservedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever a file is cut and however many threads read it, it comes to what one reader sees. */
class SplitReaderTest {
  private static final String QUESTIONS =
      "dev.stageproof.probes.logfile.ScanEquivalenceTest#questions";
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final int EXPORTS = 40;
  private static final int ENTRIES = 40;
  private static final int LONGEST_STRETCH = 4000;
  private static final List<String> LINE_ENDS = List.of("\n", "\n", "\r\n", "\n\n", " \t\n");
  private static final List<String> ARRAYS =
      List.of("[", "]", "[]", "  [{\"timestamp\":", "[\n{},\n{}\n]", "]\n[");

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource(QUESTIONS)
  void linesOfAllForms(LogQuestions asked) throws Exception {
    for (int seed = 0; seed < EXPORTS; seed++) {
      Random random = new Random(seed);
      assertSame(export(random, List.of(), false), asked, random, seed);
    }
  }

  @ParameterizedTest
  @MethodSource(QUESTIONS)
  void damagedLines(LogQuestions asked) throws Exception {
    for (int seed = 0; seed < EXPORTS; seed++) {
      Random random = new Random(seed);
      assertSame(export(random, List.of(), true), asked, random, seed);
    }
  }

  @ParameterizedTest
  @MethodSource(QUESTIONS)
  void arraysAmongLines(LogQuestions asked) throws Exception {
    for (int seed = 0; seed < EXPORTS; seed++) {
      Random random = new Random(seed);
      assertSame(export(random, ARRAYS, true), asked, random, seed);
    }
  }

  private void assertSame(byte[] export, LogQuestions asked, Random random, int seed)
      throws Exception {
    Path file = Files.write(folder.resolve("export"), export);
    LogFileRequest request = request(file, asked);
    LogReadObservation whole = whole(request);
    for (int threads = 1; threads <= 3; threads++) {
      Split split = new Split(1 + random.nextInt(LONGEST_STRETCH), threads);
      assertThat(read(request, split)).as("seed %d, %s", seed, split).isEqualTo(whole);
    }
  }

  private static byte[] export(Random random, List<String> arrays, boolean damaged) {
    AnyEntry any = new AnyEntry(random);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    String mark = random.nextInt(4) == 0 ? "\uFEFF" : "";
    all.writeBytes((mark + Exports.text(Exports.AT, "at least one") + "\n").getBytes(UTF_8));
    for (int i = 0; i < ENTRIES; i++) {
      all.writeBytes(line(any, damaged && random.nextInt(6) == 0, random));
      boolean cutOff = i == ENTRIES - 1 && random.nextBoolean();
      all.writeBytes((cutOff ? "" : one(LINE_ENDS, random)).getBytes(UTF_8));
      if (!arrays.isEmpty() && random.nextInt(ENTRIES / 2) == 0) {
        all.writeBytes(one(arrays, random).getBytes(UTF_8));
      }
    }
    return all.toByteArray();
  }

  private static byte[] line(AnyEntry any, boolean damaged, Random random) {
    byte[] line = any.json().getBytes(UTF_8);
    if (damaged) {
      line[random.nextInt(line.length)] = (byte) random.nextInt(256);
    }
    return line;
  }

  private static String one(List<String> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  @Test
  void aFaultIsReportedAtItsLineInTheFile() throws Exception {
    String lines = (Exports.text(Exports.AT, "pool") + "\n").repeat(20);
    String all = lines + "\r\n\n" + lines + "no entry\n" + lines + "nor this\n";
    Path file = Exports.file(folder, all);

    LogReadObservation seen = read(Exports.request(file, "pool"), new Split(all.length() / 20, 2));

    assertThat(seen.entries()).isEqualTo(60);
    assertThat(seen.unreadable().orElseThrow().count()).isEqualTo(2);
    assertThat(seen.unreadable().orElseThrow().first()).startsWith("line 43: not JSON: ");
  }

  @Test
  void aLineMayBeLongerThanManyStretches() throws Exception {
    String line = Exports.text(Exports.AT, "pool " + "x".repeat(5000)) + "\n";
    String tooLong = "x".repeat(Pieces.LONGEST_OBJECT + 1) + "\n";
    Path file = Exports.file(folder, line + line + tooLong + line);
    LogFileRequest request = Exports.request(file, "pool");

    LogReadObservation seen = read(request, new Split(100, 2));

    assertThat(seen).isEqualTo(whole(request));
    assertThat(seen.entries()).isEqualTo(3);
    assertThat(seen.unreadable().orElseThrow().first()).startsWith("line 3: longer than ");
  }

  /** Which ones are kept depends on the order; a stretch alone would keep others. */
  @ParameterizedTest
  @ValueSource(ints = {900, 1000, 1001, 3000})
  void moreSignaturesThanAreKept(int kinds) throws Exception {
    List<String> lines =
        IntStream.range(0, 2 * kinds)
            .map(i -> i < kinds ? i : 2 * kinds - 1 - i)
            .mapToObj(kind -> Exports.text(Exports.AT, word(kind) + " failed"))
            .toList();
    String all = String.join("\n", lines);
    LogFileRequest request =
        request(Exports.file(folder, all), LogQuestions.signatures(LogSeverity.DEFAULT));

    LogReadObservation seen = read(request, new Split(all.length() / 5, 2));

    assertThat(seen).isEqualTo(whole(request));
    assertThat(seen.signatures()).hasSize(Math.min(kinds, LogReadObservation.SIGNATURE_LIMIT));
    assertThat(seen.signaturesCut()).isEqualTo(kinds > LogReadObservation.SIGNATURE_LIMIT);
  }

  /** A number in letters that no mask takes for one. */
  private static String word(int number) {
    return Integer.toString(number)
        .chars()
        .mapToObj(digit -> Character.toString(digit - '0' + 'g'))
        .reduce("", String::concat);
  }

  @Test
  void aReadOutOfTimeEnds() throws Exception {
    Path file = Exports.file(folder, (Exports.text(Exports.AT, "pool") + "\n").repeat(20));
    try (LogFileProbe probe = new LogFileProbe(InputStream::nullInputStream, new Split(100, 2))) {
      assertThatThrownBy(
              () -> probe.observe(Exports.request(file, "pool"), Deadline.in(Duration.ZERO)))
          .isInstanceOf(UnobservedException.class)
          .hasMessage(file + " could not be read to its end in time");
    }
  }

  @Test
  void aRunThatIsStoppedEndsTheRead() throws Exception {
    Path file = Exports.file(folder, (Exports.text(Exports.AT, "pool") + "\n").repeat(20));
    try (LogFileProbe probe = new LogFileProbe(InputStream::nullInputStream, new Split(100, 2))) {
      Thread.currentThread().interrupt();

      assertThatThrownBy(
              () ->
                  probe.observe(Exports.request(file, "pool"), Deadline.in(Duration.ofSeconds(60))))
          .isInstanceOf(InterruptedException.class);
    }
    assertThat(Thread.interrupted()).isFalse();
  }

  private static LogFileRequest request(Path file, LogQuestions asked) {
    return new LogFileRequest(file.toString(), Optional.empty(), Optional.empty(), asked);
  }

  private static LogReadObservation read(LogFileRequest request, Split split)
      throws IOException, UnobservedException, InterruptedException {
    try (LogFile file = LogFile.open(Path.of(request.path()))) {
      return reader(request, file, split).read().observation(NOW);
    }
  }

  private static SplitReader reader(LogFileRequest request, LogFile file, Split split) {
    return new SplitReader(request, file, split, () -> {}, Deadline.in(Duration.ofSeconds(60)));
  }

  private static LogReadObservation whole(LogFileRequest request)
      throws IOException, UnobservedException, InterruptedException {
    Intake intake = new Intake(request);
    try (InputStream content = Files.newInputStream(Path.of(request.path()))) {
      new EntryReader(ObjectStream.of(new Pieces(content, () -> {})), intake).read();
    }
    return intake.observation(NOW);
  }
}

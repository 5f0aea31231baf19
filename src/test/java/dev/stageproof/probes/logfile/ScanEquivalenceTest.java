package dev.stageproof.probes.logfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.Window;
import dev.stageproof.observe.LogFileRequest;
import dev.stageproof.observe.LogMatcher;
import dev.stageproof.observe.LogMatcher.Kind;
import dev.stageproof.observe.LogNumber;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogSeverity;
import dev.stageproof.spi.UnobservedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scanning raw bytes and parsing everything come to the same, whatever the bytes are. */
class ScanEquivalenceTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final int EXPORTS = 400;
  private static final int ENTRIES = 12;

  /** What is asked; the last two make every text matter. */
  static List<LogQuestions> questions() {
    LogNumber number = new LogNumber("after ([0-9]+) ms", Optional.empty());
    return List.of(
        matching(Kind.LITERAL, "pool", "is \"full\"", "temp/x", "😀", "17 ms", "GET /", "e\nb"),
        matching(Kind.REGEX, "timed out after [0-9]+", "is\\s", "pool.*ERROR", "smile x?"),
        LogQuestions.measuring(number),
        LogQuestions.nothingMore(),
        LogQuestions.signatures(LogSeverity.DEFAULT),
        matching(Kind.LITERAL, "é", "\u0001"));
  }

  private static LogQuestions matching(Kind kind, String... patterns) {
    Stream<LogMatcher> matchers =
        Arrays.stream(patterns)
            .flatMap(
                pattern ->
                    Stream.of(
                        new LogMatcher(kind, pattern, Optional.empty()),
                        new LogMatcher(kind, pattern, Optional.of(LogSeverity.ERROR))));
    return new LogQuestions(matchers.toList(), List.of(), Optional.empty());
  }

  private static LogFileRequest request(LogQuestions asked, Random random) {
    Window window =
        new Window(Instant.parse("2026-11-20T08:26:01Z"), Instant.parse("2026-11-20T08:27:00Z"));
    return new LogFileRequest(
        "export",
        random.nextBoolean() ? Optional.of(Exports.REVISION) : Optional.empty(),
        random.nextInt(3) == 0 ? Optional.of(window) : Optional.empty(),
        asked);
  }

  @ParameterizedTest
  @MethodSource("questions")
  void linesOfAllForms(LogQuestions asked) throws Exception {
    for (int seed = 0; seed < EXPORTS; seed++) {
      Random random = new Random(seed);
      List<byte[]> lines = entries(random);
      LogFileRequest request = request(asked, random);
      assertThat(scanned(joined("", lines, "\n", ""), request))
          .as("seed %d", seed)
          .isEqualTo(parsed(lines, Place::line, request));
    }
  }

  @ParameterizedTest
  @MethodSource("questions")
  void elementsOfAllForms(LogQuestions asked) throws Exception {
    for (int seed = 0; seed < EXPORTS; seed++) {
      Random random = new Random(seed);
      List<byte[]> elements = entries(random);
      LogFileRequest request = request(asked, random);
      assertThat(scanned(joined("[", elements, ",\n  ", "\n]"), request))
          .as("seed %d", seed)
          .isEqualTo(parsed(elements, Place::entry, request));
    }
  }

  @ParameterizedTest
  @MethodSource("questions")
  void damagedLines(LogQuestions asked) throws Exception {
    for (int seed = 0; seed < EXPORTS; seed++) {
      Random random = new Random(seed);
      List<byte[]> lines = entries(random);
      lines.stream().skip(1).forEach(line -> damage(line, random));
      LogFileRequest request = request(asked, random);
      assertThat(scanned(joined("", lines, "\n", ""), request))
          .as("seed %d", seed)
          .isEqualTo(parsed(lines, Place::line, request));
    }
  }

  /** Without this the others would prove nothing. */
  @Test
  void mostEntriesAreNotLeftToTheParser() {
    Random random = new Random(1);
    List<byte[]> entries =
        IntStream.range(0, 100).boxed().flatMap(i -> entries(random).stream()).toList();
    EntryScan scan = new EntryScan(true);

    long sure = entries.stream().filter(entry -> scan.read(padded(entry), 0) >= 0).count();

    assertThat(sure).isGreaterThan(entries.size() / 4);
  }

  private static byte[] padded(byte[] entry) {
    return Arrays.copyOf(entry, entry.length + JsonWalk.PADDING);
  }

  private static List<byte[]> entries(Random random) {
    AnyEntry any = new AnyEntry(random);
    List<byte[]> entries = new ArrayList<>();
    entries.add(Exports.text(Exports.AT, "at least one").getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < ENTRIES; i++) {
      entries.add(any.json().getBytes(StandardCharsets.UTF_8));
    }
    return entries;
  }

  /** One byte becomes another, but no line's end and no array's beginning. */
  private static void damage(byte[] line, Random random) {
    byte other = (byte) random.nextInt(256);
    if (random.nextBoolean() && other != '\n' && other != '[') {
      line[random.nextInt(line.length)] = other;
    }
  }

  private static byte[] joined(String head, List<byte[]> entries, String between, String tail) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < entries.size(); i++) {
      all.writeBytes(i == 0 ? new byte[0] : between.getBytes(StandardCharsets.UTF_8));
      all.writeBytes(entries.get(i));
    }
    all.writeBytes(tail.getBytes(StandardCharsets.UTF_8));
    return all.toByteArray();
  }

  private static LogReadObservation scanned(byte[] export, LogFileRequest request)
      throws IOException, UnobservedException, InterruptedException {
    Intake intake = new Intake(request);
    Pieces pieces = new Pieces(new ByteArrayInputStream(export), () -> {});
    new EntryReader(ObjectStream.of(pieces), intake).read();
    return intake.observation(NOW);
  }

  private static LogReadObservation parsed(
      List<byte[]> entries, LongFunction<Place> place, LogFileRequest request)
      throws UnobservedException {
    Intake intake = new Intake(request);
    EntryParser parser = new EntryParser();
    for (int i = 0; i < entries.size(); i++) {
      try {
        intake.add(parser.parse(entries.get(i), 0, entries.get(i).length));
      } catch (Unreadable e) {
        intake.unreadable(place.apply(i + 1), e.getMessage());
      }
    }
    return intake.observation(NOW);
  }
}

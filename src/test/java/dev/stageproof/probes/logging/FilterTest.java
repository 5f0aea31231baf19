package dev.stageproof.probes.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Window;
import dev.stageproof.observe.LogSource;
import dev.stageproof.observe.Watermarking;
import dev.stageproof.observe.Watermarking.How;
import dev.stageproof.probes.google.TestLook;
import dev.stageproof.spi.UnobservedException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What reaches the server is data, never filter. */
class FilterTest {
  private static final Watermarking OFF =
      new Watermarking(How.OFF, Duration.ZERO, Optional.empty(), false);

  /** A string literal of the query language: a quote ends it unless a backslash stands before. */
  private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");

  private static final String[] HOSTILE = {
    "\"",
    "\\",
    "\\\\",
    "\n",
    " OR ",
    "severity>=DEFAULT",
    "(",
    ")",
    "--",
    "'",
    "😀",
    "é",
    "\u0000",
    "x",
    "\\\"",
    "AND",
    "*",
    "=",
    "\u2028",
    "NOT "
  };

  @Test
  void noTextOfTheUsersChangesTheFiltersForm() {
    Random random = new Random(965);
    Window window = new Window(Reads.START, Reads.END);
    String read = form(Reads.of(Reads.SOURCE, OFF).filter());
    String mark = form(LogQuery.mark(Reads.SOURCE, "x", window).filter());
    for (int round = 0; round < 5_000; round++) {
      LogSource source = new LogSource("p", hostile(random), hostile(random), hostile(random));

      assertThat(form(Reads.of(source, OFF).filter())).isEqualTo(read);
      assertThat(form(LogQuery.mark(source, hostile(random), window).filter())).isEqualTo(mark);
    }
  }

  private static String form(String filter) {
    return LITERAL.matcher(filter).replaceAll("_");
  }

  private static String hostile(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i >= 0; i--) {
      text.append(HOSTILE[random.nextInt(HOSTILE.length)]);
    }
    return text.toString();
  }

  @Test
  void aFilterOverTheApisLimitIsNotSent() {
    LogSource source = new LogSource("p", "r", "s".repeat(20_000), "rev");
    try (LogServer server = new LogServer();
        LoggingProbe probe = new LoggingProbe()) {
      TestLook look = TestLook.at(server.settings(), Reads.END);

      UnobservedException thrown =
          catchThrowableOfType(
              UnobservedException.class, () -> probe.observe(Reads.of(source, OFF), look));

      assertThat(thrown.gap())
          .isEqualTo(
              Gap.of(
                  GapReason.MALFORMED,
                  "the filter has %d characters; Cloud Logging takes 20000"
                      .formatted(Reads.of(source, OFF).filter().length()),
                  "shorten the names under `target`"));
      assertThat(server.asked()).isEmpty();
    }
  }
}

package dev.stageproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.RunRecord;
import dev.stageproof.spi.RenderOptions;
import dev.stageproof.spi.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;

/**
 * Committed reports, named {@code <scenario>.<exit>.<format>}. {@code -Dgoldens.update=true} writes
 * them anew; the change is then read in the diff.
 */
public final class Goldens {
  private static final Path FOLDER = Path.of("src/test/resources/goldens");

  private Goldens() {}

  /** Every scenario with its exit code. */
  public enum Scenario {
    ISSUE_965("issue-965.0"),
    ISSUE_889("issue-889.1"),
    NO_PERMISSION("no-permission.3"),
    INTERRUPTED("interrupted.130"),
    COMPARED("compared.1"),
    BESIDE("beside.1"),
    NOTHING_BESIDE("nothing-beside.1"),
    SELECTED("selected.3"),
    UNSERVED("unserved.3"),
    SAMPLED("sampled.1"),
    EMPTY("empty.3");

    private final String file;

    Scenario(String file) {
      this.file = file;
    }

    public RunRecord run() {
      return switch (this) {
        case ISSUE_965 -> SampleRuns.healthy();
        case ISSUE_889 -> SampleRuns.unhealthy();
        case NO_PERMISSION -> SampleRuns.inconclusive();
        case INTERRUPTED -> SampleRuns.partial();
        case COMPARED -> SampleLogs.compared();
        case BESIDE -> SampleBaselines.beside();
        case NOTHING_BESIDE -> SampleBaselines.missing();
        case SELECTED -> SampleLogs.selected();
        case UNSERVED -> SampleTargets.unserved();
        case SAMPLED -> SampleLatencies.sampled();
        case EMPTY -> SampleRuns.empty();
      };
    }
  }

  public static String render(ReportFormat format, RunRecord run) throws IOException {
    StringBuilder out = new StringBuilder();
    format.render(run, RenderOptions.standard(), out);
    return out.toString();
  }

  /** The report of the scenario is, byte for byte, the committed one. */
  public static void hold(ReportFormat format, Scenario scenario) throws IOException {
    Path golden = file(format, scenario);
    String report = render(format, scenario.run());
    if (Boolean.getBoolean("goldens.update")) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, report);
    }
    assertThat(report)
        .as("%s; to accept the change: mvn test -Dgoldens.update=true", golden)
        .isEqualTo(Files.readString(golden));
  }

  /** The report does not depend on where in the world it is made. */
  public static void holdAbroad(ReportFormat format, Scenario scenario) throws IOException {
    String home = render(format, scenario.run());
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
    try {
      assertThat(render(format, scenario.run())).isEqualTo(home);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  public static Path file(ReportFormat format, Scenario scenario) {
    return FOLDER.resolve(scenario.file + "." + format.extension());
  }
}

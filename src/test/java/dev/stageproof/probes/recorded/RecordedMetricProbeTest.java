package dev.stageproof.probes.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Unit;
import dev.stageproof.observe.RecordedMetricObservation;
import dev.stageproof.observe.RecordedMetricRequest;
import dev.stageproof.probes.Deadline;
import dev.stageproof.spi.UnobservedException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecordedMetricProbeTest {

  private static final String RECORD =
      Path.of("src/test/resources/records/issue-965.0.1.0.json").toAbsolutePath().toString();

  @Test
  void findsTheNumberOfTheNamedCheck() throws Exception {
    RecordedMetricObservation seen = observe(RECORD, "health", "latency median");

    assertThat(seen.value()).isEqualTo(4.930802);
    assertThat(seen.unit()).isEqualTo(Unit.MILLISECONDS);
  }

  @Test
  void aCheckOrANumberThatIsNotThereIsNamed() {
    assertThat(gap(RECORD, "compliance", "compliance").message())
        .isEqualTo("the record " + RECORD + " has no check `compliance`");
    assertThat(gap(RECORD, "health", "compliance").message())
        .isEqualTo("the record " + RECORD + " has no `compliance` of check `health`");
  }

  @Test
  void aRecordThatIsNotThereIsAGap() {
    Gap gap = gap("/no/such/record.json", "health", "latency median");

    assertThat(gap.reason()).isEqualTo(GapReason.NOT_FOUND);
    assertThat(gap.message()).isEqualTo("the record /no/such/record.json does not exist");
  }

  private static Gap gap(String path, String check, String metric) {
    return catchThrowableOfType(UnobservedException.class, () -> observe(path, check, metric))
        .gap();
  }

  private static RecordedMetricObservation observe(String path, String check, String metric)
      throws Exception {
    return new RecordedMetricProbe()
        .observe(
            new RecordedMetricRequest(path, check, metric), Deadline.in(Duration.ofSeconds(20)));
  }
}

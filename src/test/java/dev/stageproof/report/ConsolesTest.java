package dev.stageproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.Identity;
import dev.stageproof.model.RunRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsolesTest {
  private static final RunRecord RUN = SampleRuns.healthy();

  @Test
  void leadsToTheRevisionAndToItsLogOfTheWindow() {
    assertThat(Consoles.of(RUN))
        .extracting(Page::url)
        .containsExactly(
            "https://console.cloud.google.com/run/detail/us-central1/netra-backend-staging/revisions"
                + "?project=netra-staging",
            "https://console.cloud.google.com/logs/query;query="
                + "resource.type%3D%22cloud_run_revision%22%0A"
                + "resource.labels.service_name%3D%22netra-backend-staging%22%0A"
                + "resource.labels.revision_name%3D%22netra-backend-staging-00640-wob%22%0A"
                + "timestamp%3E%3D%222025-09-15T08%3A26%3A09Z%22%0A"
                + "timestamp%3C%222025-09-15T08%3A47%3A09Z%22?project=netra-staging");
  }

  @Test
  void nothingForeignLeavesItsPlaceInTheAddress() {
    Identity identity =
        Altered.with(RUN.identity().orElseThrow(), "service", "a/../b?c#d\"e" + "x".repeat(9999));

    assertThat(Consoles.of(Altered.with(RUN, "identity", Optional.of(identity))))
        .allSatisfy(page -> assertThat(page.url()).contains("a%2F..%2Fb%3Fc%23d%22e"))
        .allSatisfy(page -> assertThat(page.url().length()).isLessThan(1000));
  }

  @Test
  void aServiceOnThisMachineHasNoConsole() {
    Identity identity =
        Altered.with(RUN.identity().orElseThrow(), "url", Optional.of("http://127.0.0.1:8080"));

    assertThat(Consoles.of(Altered.with(RUN, "identity", Optional.of(identity)))).isEmpty();
  }

  @Test
  void aCheckLeadsToTheTraceThatTheRequestLogWasAskedFor() {
    assertThat(Views.check(traced(Map.of("sent", "69694648cc93a139c2717390f966bb39")), "health"))
        .extracting(CheckView::pages)
        .isEqualTo(
            List.of(
                Page.of(
                    "Trace",
                    "https://console.cloud.google.com/traces/list?project=netra-staging"
                        + "&tid=69694648cc93a139c2717390f966bb39")));
    assertThat(Views.check(traced(Map.of("sent", 7)), "health").pages()).isEmpty();
  }

  private static RunRecord traced(Map<String, Object> entry) {
    var evidence =
        RUN.evidence().stream()
            .map(
                item ->
                    item.id().equals("e1")
                        ? Altered.with(
                            Altered.with(item, "kind", "answerers"),
                            "data",
                            Map.of("traced", List.of(entry)))
                        : item)
            .toList();
    return Altered.with(RUN, "evidence", evidence);
  }
}

package dev.stageproof.probes.logging;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.logging.type.LogSeverity;
import com.google.logging.v2.ListLogEntriesRequest;
import com.google.logging.v2.ListLogEntriesResponse;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Window;
import dev.stageproof.observe.LogMatcher;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogReadRequest;
import dev.stageproof.observe.Watermarking;
import dev.stageproof.observe.Watermarking.How;
import dev.stageproof.probes.google.LoopbackGrpc;
import dev.stageproof.probes.google.TestLook;
import io.grpc.Status;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NarrowedTroubleTest {
  private static final LogMatcher NEEDLE =
      new LogMatcher(LogMatcher.Kind.LITERAL, "needle", Optional.empty());

  /** One entry and more to come; whoever narrows gets a page, and no other. */
  private static ListLogEntriesResponse answer(ListLogEntriesRequest request) {
    boolean narrowed = request.getFilter().contains("needl");
    if (narrowed && !request.getPageToken().isEmpty()) {
      throw Status.PERMISSION_DENIED.asRuntimeException();
    }
    String id = narrowed ? "b" : request.getPageToken();
    return ListLogEntriesResponse.newBuilder()
        .addEntries(LogLines.text(id, "2025-09-15T08:30:00Z", LogSeverity.INFO, "a needle"))
        .setNextPageToken(request.getPageToken() + "x")
        .build();
  }

  @Test
  void whatWasReadBeforeTroubleStaysGoodAndTheAnswerStaysOpen() throws Exception {
    LogReadRequest request =
        new LogReadRequest(
            Reads.SOURCE,
            new Window(Reads.START, Reads.END),
            LogQuestions.matching(NEEDLE),
            2,
            new Watermarking(How.OFF, Duration.ZERO, Optional.empty(), false));
    try (LoopbackGrpc server =
            new LoopbackGrpc(
                LoopbackGrpc.unary(
                    "google.logging.v2.LoggingServiceV2",
                    "ListLogEntries",
                    ListLogEntriesRequest.getDefaultInstance(),
                    ListLogEntriesResponse.getDefaultInstance(),
                    NarrowedTroubleTest::answer));
        LoggingProbe probe = new LoggingProbe()) {
      LogReadObservation seen = probe.observe(request, TestLook.at(server.settings(), Reads.END));

      assertThat(seen.hitsOf(NEEDLE).count()).isEqualTo(3);
      assertThat(seen.complete(request.questions())).isFalse();
      assertThat(seen.narrowed()).hasSize(1);
      assertThat(seen.narrowed().get(0).pages()).isEqualTo(1);
      assertThat(seen.narrowed().get(0).trouble().map(Gap::reason))
          .contains(GapReason.NO_PERMISSION);
    }
  }
}

package dev.stageproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TraceContextTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  private static TraceContext of(Map<String, String> headers) {
    return TraceContext.of(name -> Optional.ofNullable(headers.get(name)));
  }

  @Test
  void w3cHeaderIsRead() {
    assertThat(of(Map.of("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")))
        .isEqualTo(new TraceContext(Optional.of(TRACE), Optional.of("b7ad6b7169203331"), true));
  }

  @Test
  void googlesHeaderIsReadWithItsDecimalSpan() {
    assertThat(of(Map.of("X-Cloud-Trace-Context", TRACE + "/255;o=1")))
        .isEqualTo(new TraceContext(Optional.of(TRACE), Optional.of("00000000000000ff"), true));
    assertThat(of(Map.of("X-Cloud-Trace-Context", TRACE)))
        .isEqualTo(new TraceContext(Optional.of(TRACE), Optional.empty(), false));
  }

  @Test
  void w3cGoesFirst() {
    Map<String, String> both =
        Map.of(
            "traceparent",
            "00-" + TRACE + "-b7ad6b7169203331-00",
            "X-Cloud-Trace-Context",
            "f".repeat(32));
    assertThat(of(both).traceId()).contains(TRACE);
  }

  @Test
  void aMalformedHeaderCountsAsAbsent() {
    assertThat(of(Map.of("traceparent", "00-xyz"))).isEqualTo(TraceContext.none());
    assertThat(of(Map.of("traceparent", "00-xyz", "X-Cloud-Trace-Context", TRACE)).traceId())
        .contains(TRACE);
  }
}

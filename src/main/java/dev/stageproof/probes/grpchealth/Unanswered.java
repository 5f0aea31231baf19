package dev.stageproof.probes.grpchealth;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.probes.reach.Unreached;
import io.grpc.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/** Says in one line why no answer came, and what to do about it. */
final class Unanswered {
  private Unanswered() {}

  static Gap timedOut(String url, Duration limit, Reached reached) {
    return Unreached.timedOut(
        HttpUrl.get(url),
        limit,
        reached.connected() ? ": still waiting for the answer" : ": still connecting");
  }

  static Gap of(Status status, String url, Duration limit, Reached reached) {
    HttpUrl place = HttpUrl.get(url);
    if (status.getCode() == Status.Code.DEADLINE_EXCEEDED) {
      return timedOut(url, limit, reached);
    }
    Optional<IOException> network = network(status);
    if (reached.connected() || network.isPresent()) {
      return Unreached.of(network.orElseGet(() -> new IOException(words(status))), place);
    }
    return Gap.of(
        GapReason.MALFORMED,
        Unreached.place(place)
            + " does not answer in HTTP/2: "
            + Unreached.detail(new IOException(words(status))),
        "Check that a gRPC server listens there: it speaks HTTP/2, on Cloud Run behind `gcloud run"
            + " deploy --use-http2`.");
  }

  private static Optional<IOException> network(Status status) {
    return Stream.iterate(status.getCause(), cause -> cause != null, Throwable::getCause)
        .filter(IOException.class::isInstance)
        .map(IOException.class::cast)
        .findFirst();
  }

  private static String words(Status status) {
    return Optional.ofNullable(status.getDescription()).orElse(status.getCode().name());
  }
}

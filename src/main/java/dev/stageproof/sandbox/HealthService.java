package dev.stageproof.sandbox;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The gRPC health protocol, as the container speaks it behind Cloud Run's front end.
 *
 * @see <a href="https://github.com/grpc/grpc/blob/master/doc/health-checking.md">gRPC Health
 *     Checking Protocol</a>
 * @see <a href="https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md">gRPC over HTTP2</a>
 */
final class HealthService {
  private static final String CHECK = "/grpc.health.v1.Health/Check";
  private static final String GRPC = "application/grpc";
  private static final int OK = 200;

  /** A byte that says whether what follows is compressed, and four of length. */
  private static final int FRAME = 5;

  private final List<Scenario.Health> health;

  HealthService(List<Scenario.Health> health) {
    this.health = health;
  }

  /** The answer to a call; empty for what is no call, or where no gRPC is spoken. */
  Optional<Reply> answer(Visitor visitor, ScenarioRevision revision) {
    boolean call = visitor.header("Content-Type").filter(type -> type.startsWith(GRPC)).isPresent();
    if (!call || health.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        visitor.path().equals(CHECK)
            ? check(visitor.body(), revision)
            : failed(Status.Code.UNIMPLEMENTED, "unknown method " + visitor.path()));
  }

  private Reply check(ByteString body, ScenarioRevision revision) {
    try {
      String service = HealthCheckRequest.parseFrom(message(body)).getService();
      return health.stream()
          .filter(each -> each.service().equals(service))
          .filter(each -> each.revision().map(revision.name()::equals).orElse(true))
          .findFirst()
          .map(HealthService::told)
          .orElseGet(() -> failed(Status.Code.NOT_FOUND, "unknown service"));
    } catch (InvalidProtocolBufferException e) {
      return failed(Status.Code.INTERNAL, "not a HealthCheckRequest");
    }
  }

  private static ByteBuffer message(ByteString body) throws InvalidProtocolBufferException {
    ByteBuffer frame = body.asReadOnlyByteBuffer();
    if (body.size() < FRAME || frame.get() != 0 || frame.getInt() != body.size() - FRAME) {
      throw new InvalidProtocolBufferException("not one uncompressed message");
    }
    return frame;
  }

  private static Reply told(Scenario.Health health) {
    ByteString message =
        HealthCheckResponse.newBuilder().setStatus(health.status()).build().toByteString();
    ByteBuffer frame = ByteBuffer.allocate(FRAME).put((byte) 0).putInt(message.size()).flip();
    ByteString framed = ByteString.copyFrom(frame).concat(message);
    return new Reply(OK, Map.of("Content-Type", GRPC), framed, Map.of("grpc-status", "0"));
  }

  private static Reply failed(Status.Code code, String message) {
    return new Reply(
        OK,
        Map.of("Content-Type", GRPC),
        ByteString.EMPTY,
        Map.of("grpc-status", Integer.toString(code.value()), "grpc-message", message));
  }
}

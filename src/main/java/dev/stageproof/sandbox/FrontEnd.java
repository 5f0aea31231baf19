package dev.stageproof.sandbox;

import com.google.cloud.run.v2.IngressTraffic;
import io.grpc.Status;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Decides at the door which requests reach the container.
 *
 * @see <a href="https://cloud.google.com/run/docs/authenticating/service-to-service">Authenticating
 *     service-to-service</a>
 */
final class FrontEnd {
  /** The permission that a caller needs. */
  static final String INVOKE = "run.routes.invoke";

  /** Checked in place of Authorization, which is then the container's own. */
  private static final String OWN_HEADER = "X-Serverless-Authorization";

  private static final String SCHEME = "bearer ";

  private final boolean hidden;
  private final Optional<IdTokens> tokens;
  private final Set<String> audiences;

  /**
   * @param serviceUrl what a token may be made out to, also at a tag's address
   * @param tokens empty when anybody may call
   */
  FrontEnd(Scenario scenario, String serviceUrl, Optional<IdTokens> tokens) {
    this.hidden = scenario.ingress() != IngressTraffic.INGRESS_TRAFFIC_ALL;
    this.tokens = tokens;
    this.audiences = new HashSet<>(scenario.customAudiences());
    this.audiences.add(serviceUrl);
  }

  /** The answer to a request that does not reach the container. */
  Optional<Turned> turnAway(Visitor visitor) {
    if (hidden) {
      return Optional.of(Turned.notFound());
    }
    return tokens.flatMap(known -> turnAway(visitor, known));
  }

  private Optional<Turned> turnAway(Visitor visitor, IdTokens known) {
    Optional<String> credential =
        header(visitor, OWN_HEADER).or(() -> header(visitor, "Authorization"));
    if (credential.isEmpty()) {
      return Optional.of(Turned.unauthenticated(visitor.path()));
    }
    boolean good =
        credential.flatMap(FrontEnd::token).filter(t -> known.isGood(t, audiences)).isPresent();
    return good ? Optional.empty() : Optional.of(Turned.badToken(visitor.path()));
  }

  /** What the real front end says where a fault without words of its own stands for IAM's no. */
  static Optional<Turned> denied(Fault fault, String path) {
    return fault
        .status()
        .filter(code -> code == Status.Code.PERMISSION_DENIED && fault.message().isEmpty())
        .map(code -> Turned.unauthorized(path));
  }

  private static Optional<String> token(String credential) {
    boolean bearer = credential.toLowerCase(Locale.ROOT).startsWith(SCHEME);
    return bearer ? Optional.of(credential.substring(SCHEME.length()).strip()) : Optional.empty();
  }

  private static Optional<String> header(Visitor visitor, String name) {
    return visitor.header(name).filter(value -> !value.isBlank());
  }
}

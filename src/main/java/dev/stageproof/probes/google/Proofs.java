package dev.stageproof.probes.google;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.Access;
import dev.stageproof.observe.Origin;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the header by which a request proves who sends it. Tokens are kept for the run. Nothing of
 * Google's is loaded before the first identity token is needed. Thread-safe.
 */
public final class Proofs {
  private Optional<IdTokens> tokens = Optional.empty();

  /**
   * The header to send; none when nothing is to be proven.
   *
   * @param url where the request goes
   * @param sent names of the headers that it has already
   * @throws UnobservedException when there is no token, or none may be sent there
   * @throws InterruptedException when the run is stopped
   */
  public Map<String, String> header(
      Access access, String url, Collection<String> sent, ProbeContext context)
      throws UnobservedException, InterruptedException {
    if (access instanceof Access.None) {
      return Map.of();
    }
    if (Origin.of(url).filter(Origin::confidential).isEmpty()) {
      throw new UnobservedException(readable(url));
    }
    String token =
        access instanceof Access.IdToken asked
            ? tokens().get(asked, context)
            : ((Access.Bearer) access).token().value();
    return Map.of(Access.header(sent), "Bearer " + token);
  }

  private synchronized IdTokens tokens() {
    if (tokens.isEmpty()) {
      tokens = Optional.of(new IdTokens());
    }
    return tokens.get();
  }

  private static Gap readable(String url) {
    String place = Origin.of(url).map(Origin::toString).orElse("this address");
    return Gap.of(
        GapReason.NO_CREDENTIALS,
        "no token is sent to " + place + ": anyone on the way could read it",
        "use an https address, or set `auth: none` for this one");
  }
}

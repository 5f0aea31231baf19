package dev.stageproof.observe;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whom an address belongs to: what may go to one address may go to all of its origin, and to no
 * other.
 *
 * @param port the one that the scheme implies where none is written
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6454">RFC 6454, the web origin concept</a>
 */
public record Origin(String scheme, String host, int port) {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final Set<String> LOOPBACK = Set.of("localhost", "[::1]");

  /** The origin of an http or https address; empty for anything else. */
  public static Optional<Origin> of(String url) {
    try {
      URI uri = new URI(url);
      String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
      boolean known = scheme.equals("http") || scheme.equals("https");
      if (!known || uri.getHost() == null) {
        return Optional.empty();
      }
      int implied = scheme.equals("https") ? HTTPS : HTTP;
      int port = uri.getPort() < 0 ? implied : uri.getPort();
      return Optional.of(new Origin(scheme, uri.getHost().toLowerCase(Locale.ROOT), port));
    } catch (URISyntaxException noAddress) {
      return Optional.empty();
    }
  }

  /** False where what is sent can be read on the way: unencrypted, and not on this machine. */
  public boolean confidential() {
    return scheme.equals("https") || LOOPBACK.contains(host) || host.matches("127(\\.\\d{1,3}){3}");
  }

  @Override
  public String toString() {
    int implied = scheme.equals("https") ? HTTPS : HTTP;
    return scheme + "://" + host + (port == implied ? "" : ":" + port);
  }
}

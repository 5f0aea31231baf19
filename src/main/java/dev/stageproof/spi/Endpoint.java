package dev.stageproof.spi;

import dev.stageproof.model.TextForm;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where an API is served.
 *
 * @param host a host name or address
 * @param port 1 to 65535
 * @param plaintext true for {@code http://}: no TLS and no credentials are used
 */
@TextForm(
    pattern = "https?://[A-Za-z0-9.\\-\\[\\]:]+",
    hint = "an address such as http://127.0.0.1:8085 or https://logging.googleapis.com")
public record Endpoint(String host, int port, boolean plaintext) {

  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  /**
   * Reads {@code http://host:port} or {@code https://host[:port]}.
   *
   * @throws IllegalArgumentException when the text is something else
   */
  public static Endpoint parse(String text) {
    try {
      URI uri = new URI(text);
      boolean plaintext = "http".equals(uri.getScheme());
      boolean known = plaintext || "https".equals(uri.getScheme());
      if (!known || uri.getHost() == null || !"".equals(uri.getPath().replace("/", ""))) {
        throw new IllegalArgumentException(expected(text));
      }
      int implied = plaintext ? HTTP_PORT : HTTPS_PORT;
      return new Endpoint(uri.getHost(), uri.getPort() < 0 ? implied : uri.getPort(), plaintext);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(expected(text), e);
    }
  }

  private static String expected(String text) {
    return "`" + text + "` is not http://host:port or https://host[:port]";
  }

  /** {@code host:port}, as gRPC wants it. */
  public String authority() {
    return host + ":" + port;
  }

  @Override
  public String toString() {
    return (plaintext ? "http://" : "https://") + authority();
  }
}

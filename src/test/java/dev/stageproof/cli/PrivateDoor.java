package dev.stageproof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A private service on loopback, and the metadata server that makes tokens for it. The service says
 * what it was sent, as a careless one does.
 */
final class PrivateDoor implements AutoCloseable {
  /** A token's signature, to be searched for in all output. */
  static final String SIGNATURE = "cGxhbnRlZC1zaWduYXR1cmU";

  private static final String IDENTITY =
      "/computeMetadata/v1/instance/service-accounts/default/identity";

  /**
   * A request that came.
   *
   * @param audience whom its token was made out to; empty without one
   */
  record Visit(String userAgent, Optional<String> audience) {}

  private final List<Visit> visits = new CopyOnWriteArrayList<>();
  private final HttpServer service = server();
  private final HttpServer metadata = server();
  private volatile String wanted = "";

  PrivateDoor() {
    service.createContext("/", this::serve);
    metadata.createContext("/", exchange -> answer(exchange, 200, "computeMetadata/"));
    metadata.createContext(IDENTITY, this::identity);
    service.start();
    metadata.start();
  }

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Lets nobody in but with a token for this audience. */
  PrivateDoor wanting(String audience) {
    wanted = audience;
    return this;
  }

  String url() {
    return "http://127.0.0.1:" + service.getAddress().getPort();
  }

  String metadataHost() {
    return "127.0.0.1:" + metadata.getAddress().getPort();
  }

  List<Visit> visits() {
    return visits;
  }

  static String token(String audience) {
    return part("{\"alg\":\"RS256\"}")
        + "."
        + part("{\"aud\":\"" + audience + "\",\"exp\":4102444800}")
        + "."
        + SIGNATURE;
  }

  private static String part(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  private void identity(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    String audience = query.replaceFirst("^.*audience=([^&]*).*$", "$1");
    answer(exchange, 200, token(audience));
  }

  private void serve(HttpExchange exchange) throws IOException {
    Map<String, List<String>> sent = exchange.getRequestHeaders();
    Optional<String> header =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
    Optional<String> audience = header.map(PrivateDoor::audience);
    visits.add(new Visit(String.join(",", sent.get("User-agent")), audience));
    if (header.isEmpty()) {
      answer(exchange, 403, "Your client does not have permission to get URL /");
    } else if (!wanted.isEmpty() && !audience.equals(Optional.of(wanted))) {
      exchange
          .getResponseHeaders()
          .set(
              "WWW-Authenticate",
              "Bearer error=\"invalid_token\" error_description=\"The access token could not be"
                  + " verified\"");
      answer(exchange, 401, "Unauthorized");
    } else {
      answer(exchange, 200, "you sent " + header.get() + " and that is " + header.get());
    }
  }

  private static String audience(String header) {
    String[] parts = header.replace("Bearer ", "").split("\\.", -1);
    if (parts.length != 3) {
      return "";
    }
    try {
      return new JsonMapper().readTree(Base64.getUrlDecoder().decode(parts[1])).at("/aud").asText();
    } catch (IOException e) {
      return "";
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Metadata-Flavor", "Google");
      byte[] bytes = body.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    service.stop(0);
    metadata.stop(0);
  }
}

package dev.stageproof.sandbox;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** An address of the sandbox where HTTP is spoken. */
final class HttpDoor implements AutoCloseable {
  /** Without it the JDK's server delays every body by the client's delayed ACK, some 40 ms. */
  private static final String NO_DELAY = "sun.net.httpserver.nodelay";

  private final HttpServer server;
  private final CompletableFuture<HttpHandler> inside = new CompletableFuture<>();

  private HttpDoor(HttpServer server) {
    this.server = server;
  }

  /**
   * Takes the address; requests wait until {@link #open}.
   *
   * @param threads daemon threads; the server's own thread becomes one by being started from one
   * @throws IOException when the address can't be had
   */
  static HttpDoor at(InetSocketAddress address, Executor threads) throws IOException {
    if (System.getProperty(NO_DELAY) == null) {
      System.setProperty(NO_DELAY, "true");
    }
    HttpDoor door = new HttpDoor(HttpServer.create(address, 0));
    door.server.setExecutor(threads);
    door.server.createContext("/", exchange -> door.inside.join().handle(exchange));
    CompletableFuture.runAsync(door.server::start, threads).join();
    return door;
  }

  String url() {
    return Sandbox.url(server.getAddress().getPort());
  }

  /** Starts to answer. */
  void open(HttpHandler handler) {
    inside.complete(handler);
  }

  @Override
  public void close() {
    inside.cancel(true);
    server.stop(0);
  }
}

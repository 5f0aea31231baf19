package dev.stageproof.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** An address of the staged service: its own, or that of a traffic tag. */
final class HttpDoor implements AutoCloseable {
  /** Without it the JDK's server delays every body by the client's delayed ACK, some 40 ms. */
  private static final String NO_DELAY = "sun.net.httpserver.nodelay";

  private final HttpServer server;
  private final CompletableFuture<Inside> inside = new CompletableFuture<>();

  /** What a request finds behind the door. */
  private record Inside(StagedService service, Supplier<ScenarioRevision> revisions) {}

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
    door.server.createContext(
        "/",
        exchange -> {
          Inside found = door.inside.join();
          found.service().answer(exchange, door.url(), found.revisions().get());
        });
    CompletableFuture.runAsync(door.server::start, threads).join();
    return door;
  }

  String url() {
    return Sandbox.url(server.getAddress().getPort());
  }

  /**
   * Starts to answer.
   *
   * @param revisions the revision that answers the next request
   */
  void open(StagedService service, Supplier<ScenarioRevision> revisions) {
    inside.complete(new Inside(service, revisions));
  }

  @Override
  public void close() {
    inside.cancel(true);
    server.stop(0);
  }
}

package dev.stageproof.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** An address of the staged service: its own, or that of a traffic tag. */
final class HttpDoor implements AutoCloseable {
  private final HttpServer server;

  private HttpDoor(HttpServer server) {
    this.server = server;
  }

  /**
   * Takes the address; requests wait until {@link #open}.
   *
   * @throws IOException when the address can't be had
   */
  static HttpDoor at(InetSocketAddress address) throws IOException {
    return new HttpDoor(HttpServer.create(address, 0));
  }

  String url() {
    return Sandbox.url(server.getAddress().getPort());
  }

  /**
   * Starts to answer.
   *
   * @param revisions the revision that answers the next request
   * @param threads daemon threads; the server's own thread becomes one by being started from one
   */
  void open(StagedService service, Supplier<ScenarioRevision> revisions, Executor threads) {
    server.setExecutor(threads);
    server.createContext("/", exchange -> service.answer(exchange, url(), revisions.get()));
    CompletableFuture.runAsync(server::start, threads).join();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

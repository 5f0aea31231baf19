package dev.stageproof.probes.logging;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The service under test on loopback; keeps the headers of every request. */
final class MarkedService implements AutoCloseable {
  private final List<Map<String, List<String>>> asked = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final HttpServer server;

  private MarkedService(int status, Map<String, String> headers, boolean silent) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, status, headers, silent));
    server.start();
  }

  static MarkedService answering(int status, Map<String, String> headers) {
    return new MarkedService(status, headers, false);
  }

  /** Takes requests and never answers. */
  static MarkedService silent() {
    return new MarkedService(200, Map.of(), true);
  }

  private void answer(
      HttpExchange exchange, int status, Map<String, String> headers, boolean silent)
      throws IOException {
    asked.add(Map.copyOf(exchange.getRequestHeaders()));
    try {
      if (silent) {
        closed.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    headers.forEach(exchange.getResponseHeaders()::add);
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** The values of a header, one for each request. */
  List<String> header(String name) {
    List<String> values = new ArrayList<>();
    asked.forEach(headers -> values.add(String.join(",", headers.getOrDefault(name, List.of()))));
    return values;
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}

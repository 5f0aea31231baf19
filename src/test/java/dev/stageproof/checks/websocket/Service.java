package dev.stageproof.checks.websocket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** A real WebSocket service on loopback whose behaviour a test gives. */
final class Service implements AutoCloseable {
  private final MockWebServer server = new MockWebServer();
  final List<WebSocket> connections = new CopyOnWriteArrayList<>();
  final List<RecordedRequest> handshakes = new CopyOnWriteArrayList<>();
  final AtomicInteger closed = new AtomicInteger();

  /**
   * @param opened what happens when a connection is open
   * @param told what happens when a message comes
   */
  static Service of(BiConsumer<Service, WebSocket> opened, Told told) {
    Service service = new Service();
    return service.answering(
        request ->
            new MockResponse.Builder().webSocketUpgrade(service.listener(opened, told)).build());
  }

  static Service telling(Told told) {
    return of((service, socket) -> {}, told);
  }

  static Service refusing(int status, String body) {
    return new Service()
        .answering(request -> new MockResponse.Builder().code(status).body(body).build());
  }

  /** What happens when a message comes. */
  interface Told {
    void told(Service service, WebSocket socket, String text);
  }

  private interface Answer {
    MockResponse to(RecordedRequest request);
  }

  private Service answering(Answer answer) {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            handshakes.add(request);
            return answer.to(request);
          }
        });
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private WebSocketListener listener(BiConsumer<Service, WebSocket> opened, Told told) {
    return new WebSocketListener() {
      @Override
      public void onOpen(WebSocket socket, Response response) {
        connections.add(socket);
        opened.accept(Service.this, socket);
      }

      @Override
      public void onMessage(WebSocket socket, String text) {
        told.told(Service.this, socket, text);
      }

      @Override
      public void onClosing(WebSocket socket, int code, String reason) {
        closed.incrementAndGet();
        socket.close(code, reason);
      }

      @Override
      public void onFailure(WebSocket socket, Throwable failure, Response response) {
        closed.incrementAndGet();
      }
    };
  }

  String url() {
    return "ws://127.0.0.1:" + server.getPort() + "/ws";
  }

  @Override
  public void close() {
    server.close();
  }
}

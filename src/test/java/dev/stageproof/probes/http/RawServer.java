package dev.stageproof.probes.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** Accepts one connection, reads the request's head, says its piece, and hangs up if told to. */
final class RawServer implements AutoCloseable {
  private final ServerSocket listening;
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch left = new CountDownLatch(1);

  private RawServer(String answer, boolean hangUp) throws IOException {
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(() -> serve(answer, hangUp), "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  static RawServer saying(String answer) throws IOException {
    return new RawServer(answer, true);
  }

  static RawServer sayingAndWaiting(String answer) throws IOException {
    return new RawServer(answer, false);
  }

  String url() {
    return "http://" + place() + "/";
  }

  String place() {
    return "127.0.0.1:" + listening.getLocalPort();
  }

  /** Opens once the request's head has arrived. */
  CountDownLatch asked() {
    return asked;
  }

  /** Opens once the client has closed its side. */
  CountDownLatch left() {
    return left;
  }

  private void serve(String answer, boolean hangUp) {
    try (Socket socket = listening.accept()) {
      InputStream in = socket.getInputStream();
      readHead(in);
      asked.countDown();
      socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      if (!hangUp) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
    } catch (IOException e) {
      asked.countDown();
    } finally {
      left.countDown();
    }
  }

  private static void readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return;
      }
      head.append((char) next);
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}

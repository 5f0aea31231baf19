package dev.stageproof.probes.websocket;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Makes sockets that take a bounded number of bytes. */
final class BoundedSockets extends SocketFactory {

  @Override
  public Socket createSocket() {
    return new BoundedSocket();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return bound(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return bound(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
  }

  private static Socket connected(InetSocketAddress address) throws IOException {
    Socket socket = new BoundedSocket();
    socket.connect(address);
    return socket;
  }

  private static Socket bound(InetSocketAddress address, InetSocketAddress local)
      throws IOException {
    Socket socket = new BoundedSocket();
    socket.bind(local);
    socket.connect(address);
    return socket;
  }
}

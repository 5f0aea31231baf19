package planted.checks.greedy;

import java.io.IOException;
import java.net.Socket;

/** Opens a socket in a check. */
public final class OpensSocket {
  public void open() throws IOException {
    new Socket().close();
  }
}

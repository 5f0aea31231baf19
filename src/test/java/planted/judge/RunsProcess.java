package planted.judge;

import java.io.IOException;

/** Runs a program in a pure room. */
public final class RunsProcess {
  public void run() throws IOException {
    new ProcessBuilder("true").inheritIO();
  }
}

package dev.stageproof.probes.pythonsource;

/** Source that Python itself would refuse, or that is larger than this reader goes. */
public final class UnreadableSource extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableSource(String message) {
    super(message);
  }

  UnreadableSource(int line, String message) {
    super("line " + line + ": " + message);
  }
}

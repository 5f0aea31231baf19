package planted.judge;

import planted.gate.Door;

/** Looks up to a higher floor. */
public final class AsksGate {
  public void ask(Door door) {
    door.open();
  }
}

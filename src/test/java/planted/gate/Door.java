package planted.gate;

/** Something for a lower floor to reach for. */
public final class Door {
  public void open() {}
}

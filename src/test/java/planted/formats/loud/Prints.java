package planted.formats.loud;

/** Prints from a format. */
public final class Prints {
  public void print() {
    System.out.println();
  }
}

package dev.stageproof.probes.imageclasses;

/** What the image starts does not tell a class path; the message says why, as a clause. */
final class UntoldException extends Exception {
  private static final long serialVersionUID = 1L;

  UntoldException(String why) {
    super(why);
  }
}

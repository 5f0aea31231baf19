package dev.stageproof.probes.http;

/** What an exchange is doing. */
enum Phase {
  NAME("looking up the name"),
  CONNECT("connecting"),
  TLS("in the TLS handshake"),
  SEND("sending the request"),
  FIRST_BYTE("waiting for the first byte of the answer"),
  BODY("reading the body");

  private final String doing;

  Phase(String doing) {
    this.doing = doing;
  }

  /** For a sentence: "still …". */
  String doing() {
    return doing;
  }
}

package dev.stageproof.sandbox;

import java.io.IOException;

/**
 * Where on the loopback interface the sandbox listens; 0 means any free port.
 *
 * @param http of the staged service
 * @param grpc of both Google APIs
 * @param rest of the Cloud Logging API in JSON over HTTP
 */
public record Ports(int http, int grpc, int rest) {
  /** Any free ports. */
  public static Ports any() {
    return new Ports(0, 0, 0);
  }

  /** What to tell when one of them can't be had. */
  String refused(IOException reason) {
    return String.format(
        "the sandbox can't listen on 127.0.0.1, ports %s (HTTP), %s (gRPC) and %s (REST): %s; choose"
            + " others or leave them out",
        word(http), word(grpc), word(rest), reason.getMessage());
  }

  private static String word(int port) {
    return port == 0 ? "any" : Integer.toString(port);
  }
}

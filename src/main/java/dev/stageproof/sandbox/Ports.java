package dev.stageproof.sandbox;

/**
 * Where on the loopback interface the sandbox listens; 0 means any free port.
 *
 * @param http of the staged service
 * @param grpc of both Google APIs
 */
public record Ports(int http, int grpc) {
  /** Any free ports. */
  public static Ports any() {
    return new Ports(0, 0);
  }
}

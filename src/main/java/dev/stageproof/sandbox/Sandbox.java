package dev.stageproof.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A staging environment on loopback: the service of a scenario over HTTP, the Cloud Run Admin API
 * v2 and the Cloud Logging API v2 over plaintext gRPC, the latter's reads over HTTP as well. All
 * its threads are daemons; its methods may be called from any thread.
 */
public final class Sandbox implements AutoCloseable {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final Stage stage;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Sandbox(Stage stage) {
    this.stage = stage;
  }

  /**
   * Starts on free ports.
   *
   * @param clock what the scenario's times are relative to, and what says which log entries are
   *     readable
   */
  public static Sandbox start(Scenario scenario, Clock clock) {
    return start(scenario, clock, Ports.any());
  }

  /**
   * Starts on the given ports.
   *
   * @throws UncheckedIOException when a port can't be had
   */
  public static Sandbox start(Scenario scenario, Clock clock, Ports ports) {
    try {
      return new Sandbox(Stage.open(scenario, clock, ports));
    } catch (IOException e) {
      throw new UncheckedIOException(ports.refused(e), e);
    }
  }

  /** Where the staged service answers, without a path: {@code http://127.0.0.1:8080}. */
  public String serviceUrl() {
    return stage.serviceUrl();
  }

  /** Where the Cloud Logging API answers: {@code http://127.0.0.1:8085}. */
  public String loggingEndpoint() {
    return stage.apiUrl();
  }

  /**
   * Where the Cloud Logging API answers in JSON over HTTP, as gcloud wants it in {@code
   * CLOUDSDK_API_ENDPOINT_OVERRIDES_LOGGING}: {@code http://127.0.0.1:8086/}.
   */
  public String loggingRestEndpoint() {
    return stage.restUrl() + "/";
  }

  /** Where the Cloud Run Admin API answers; the same port as the Cloud Logging API's. */
  public String runEndpoint() {
    return stage.apiUrl();
  }

  /** The calls that the sandbox receives; goes on counting, and stays readable after the end. */
  public CallLog calls() {
    return stage.calls();
  }

  /** Gives up ports and threads and cuts off open calls; more than once is no error. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      stage.close();
    }
  }

  static InetSocketAddress address(int port) throws UnknownHostException {
    return new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port);
  }

  static String url(int port) {
    return "http://127.0.0.1:" + port;
  }
}

package dev.stageproof.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A staging environment on loopback: the service of a scenario over HTTP, WebSocket and gRPC, the
 * Cloud Run Admin API v2 and the Cloud Logging API v2 over plaintext gRPC, what gcloud asks of both
 * over HTTP as well. Jobs that callers create run their commands on this machine, if that is
 * allowed, and are ended with it. All its threads are daemons; its methods may be called from any
 * thread.
 */
public final class Sandbox implements AutoCloseable {
  private static final String SCHEME = "http://";
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
    return start(scenario, clock, Programs.REFUSED);
  }

  /**
   * Starts on free ports.
   *
   * @param programs what becomes of the commands of jobs
   */
  public static Sandbox start(Scenario scenario, Clock clock, Programs programs) {
    return start(scenario, clock, Ports.any(), programs);
  }

  /**
   * Starts on the given ports.
   *
   * @throws UncheckedIOException when a port can't be had
   */
  public static Sandbox start(Scenario scenario, Clock clock, Ports ports) {
    return start(scenario, clock, ports, Programs.REFUSED);
  }

  private static Sandbox start(Scenario scenario, Clock clock, Ports ports, Programs programs) {
    try {
      return new Sandbox(Stage.open(scenario, clock, ports, programs));
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

  /** The address of each tag that some traffic of the scenario has, by tag. */
  public Map<String, String> tagUrls() {
    return stage.tagUrls();
  }

  /**
   * Where callers of a private service get their tokens, as Google's clients want it in {@code
   * GCE_METADATA_HOST}: {@code 127.0.0.1:8087}.
   *
   * @throws IllegalStateException when anybody may call the service
   */
  public String metadataHost() {
    return metadata().orElseThrow(() -> new IllegalStateException("the service is not private"));
  }

  /** The same, empty when anybody may call the service. */
  public Optional<String> metadata() {
    return stage.metadataUrl().map(url -> url.substring(SCHEME.length()));
  }

  /**
   * The variables that lead {@code gcloud logging} and {@code gcloud run} here. gcloud puts the
   * region in front of the host's name, and no number can be written so; the sandbox is its proxy
   * instead, for a host that exists nowhere. Of a private service also {@code gcloud auth
   * print-identity-token}.
   */
  public Map<String, String> gcloudEnvironment() {
    String address = stage.restUrl().substring(SCHEME.length());
    int colon = address.indexOf(':');
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("CLOUDSDK_AUTH_DISABLE_CREDENTIALS", "true");
    variables.put("CLOUDSDK_API_ENDPOINT_OVERRIDES_LOGGING", loggingRestEndpoint());
    variables.put("CLOUDSDK_API_ENDPOINT_OVERRIDES_RUN", SCHEME + RunFace.HOST + "/");
    variables.put("CLOUDSDK_PROXY_TYPE", "http");
    variables.put("CLOUDSDK_PROXY_ADDRESS", address.substring(0, colon));
    variables.put("CLOUDSDK_PROXY_PORT", address.substring(colon + 1));
    metadata().ifPresent(host -> variables.put("GCE_METADATA_ROOT", host));
    return Collections.unmodifiableMap(variables);
  }

  /** The short names of the jobs that callers have created and not deleted. */
  public List<String> jobs() {
    return stage.jobs();
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

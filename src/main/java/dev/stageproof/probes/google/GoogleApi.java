package dev.stageproof.probes.google;

import com.google.api.gax.core.CredentialsProvider;
import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.grpc.InstantiatingGrpcChannelProvider;
import com.google.api.gax.rpc.ClientSettings;
import dev.stageproof.spi.Endpoint;
import dev.stageproof.spi.ProbeSettings;
import java.util.Optional;

/**
 * A Google API and where it is served.
 *
 * @param title how texts call it: "Cloud Logging"
 * @param service the name of Google's own endpoint, and of the service to enable in a project:
 *     "logging.googleapis.com"
 * @param variable the environment variable that names another endpoint
 * @param endpoint another endpoint than Google's own
 */
public record GoogleApi(
    String title, String service, String variable, Optional<Endpoint> endpoint) {

  /** The longest message that is accepted from the other side, in bytes. */
  static final int MESSAGE_LIMIT = 64 * 1024 * 1024;

  /** The Cloud Run Admin API. */
  public static GoogleApi run(ProbeSettings settings) {
    return new GoogleApi(
        "Cloud Run Admin",
        "run.googleapis.com",
        "STAGEPROOF_RUN_ENDPOINT",
        settings.endpoints().run());
  }

  /** {@code host:port} of what is asked. */
  public String address() {
    return endpoint.map(Endpoint::authority).orElse(service + ":443");
  }

  /**
   * Settings that reach the API: Application Default Credentials over TLS, or plaintext without
   * credentials for an {@code http://} endpoint.
   *
   * @param settings the client's settings, changed and returned
   * @param transport the client's default transport
   * @param google the client's default credentials
   */
  public <B extends ClientSettings.Builder<?, B>> B reach(
      B settings, InstantiatingGrpcChannelProvider.Builder transport, CredentialsProvider google) {
    boolean plaintext = endpoint.map(Endpoint::plaintext).orElse(false);
    transport.setMaxInboundMessageSize(MESSAGE_LIMIT);
    if (plaintext) {
      transport.setChannelConfigurator(channel -> channel.usePlaintext());
    }
    endpoint.map(Endpoint::authority).ifPresent(settings::setEndpoint);
    return settings
        .setTransportChannelProvider(transport.build())
        .setCredentialsProvider(plaintext ? NoCredentialsProvider.create() : google);
  }
}

package dev.stageproof.sandbox;

import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.grpc.InstantiatingGrpcChannelProvider;
import com.google.cloud.logging.v2.LoggingClient;
import com.google.cloud.logging.v2.LoggingSettings;
import com.google.cloud.run.v2.RevisionsClient;
import com.google.cloud.run.v2.RevisionsSettings;
import com.google.cloud.run.v2.ServicesClient;
import com.google.cloud.run.v2.ServicesSettings;
import com.google.logging.v2.ListLogEntriesRequest;
import io.grpc.ManagedChannelBuilder;
import java.io.IOException;

/** Google's own clients, pointed at a sandbox. */
final class GoogleClients implements AutoCloseable {
  final LoggingClient logging;
  final ServicesClient services;
  final RevisionsClient revisions;

  GoogleClients(Sandbox sandbox) throws IOException {
    logging =
        LoggingClient.create(
            LoggingSettings.newBuilder()
                .setEndpoint(authority(sandbox.loggingEndpoint()))
                .setCredentialsProvider(NoCredentialsProvider.create())
                .setTransportChannelProvider(
                    plaintext(LoggingSettings.defaultGrpcTransportProviderBuilder()))
                .build());
    services =
        ServicesClient.create(
            ServicesSettings.newBuilder()
                .setEndpoint(authority(sandbox.runEndpoint()))
                .setCredentialsProvider(NoCredentialsProvider.create())
                .setTransportChannelProvider(
                    plaintext(ServicesSettings.defaultGrpcTransportProviderBuilder()))
                .build());
    revisions =
        RevisionsClient.create(
            RevisionsSettings.newBuilder()
                .setEndpoint(authority(sandbox.runEndpoint()))
                .setCredentialsProvider(NoCredentialsProvider.create())
                .setTransportChannelProvider(
                    plaintext(RevisionsSettings.defaultGrpcTransportProviderBuilder()))
                .build());
  }

  @SuppressWarnings("rawtypes") // the configurator's own type is raw
  private static InstantiatingGrpcChannelProvider plaintext(
      InstantiatingGrpcChannelProvider.Builder builder) {
    return builder.setChannelConfigurator(ManagedChannelBuilder::usePlaintext).build();
  }

  private static String authority(String url) {
    return url.substring("http://".length());
  }

  /** A question to the project of both scenarios. */
  static ListLogEntriesRequest.Builder entries(String filter) {
    return ListLogEntriesRequest.newBuilder()
        .addResourceNames("projects/netra-staging")
        .setFilter(filter);
  }

  @Override
  public void close() {
    logging.close();
    services.close();
    revisions.close();
  }
}

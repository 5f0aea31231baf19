package dev.stageproof.probes.cloudrun;

import com.google.cloud.run.v2.RevisionsClient;
import com.google.cloud.run.v2.RevisionsSettings;
import com.google.cloud.run.v2.ServicesClient;
import com.google.cloud.run.v2.ServicesSettings;
import dev.stageproof.probes.google.GoogleApi;
import java.io.IOException;

/** The two clients of the Cloud Run Admin API. */
record RunClients(ServicesClient services, RevisionsClient revisions) {

  static RunClients open(GoogleApi api) throws IOException {
    ServicesClient services = ServicesClient.create(servicesSettings(api));
    try {
      return new RunClients(services, RevisionsClient.create(revisionsSettings(api)));
    } catch (IOException e) {
      services.close();
      throw e;
    }
  }

  private static ServicesSettings servicesSettings(GoogleApi api) throws IOException {
    return api.reach(
            ServicesSettings.newBuilder(),
            ServicesSettings.defaultGrpcTransportProviderBuilder(),
            ServicesSettings.defaultCredentialsProviderBuilder().build())
        .build();
  }

  private static RevisionsSettings revisionsSettings(GoogleApi api) throws IOException {
    return api.reach(
            RevisionsSettings.newBuilder(),
            RevisionsSettings.defaultGrpcTransportProviderBuilder(),
            RevisionsSettings.defaultCredentialsProviderBuilder().build())
        .build();
  }

  void close() {
    services.close();
    revisions.close();
  }
}

package dev.stageproof.probes.registry;

import com.google.auth.oauth2.GoogleCredentials;
import dev.stageproof.observe.ImageReference;
import dev.stageproof.probes.google.GoogleApi;
import dev.stageproof.probes.google.LazyClient;
import dev.stageproof.probes.registry.Credentials.Known;
import dev.stageproof.probes.registry.Credentials.Login;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.util.Optional;

/**
 * An access token of Application Default Credentials, for Artifact Registry and what is left of
 * Container Registry. It is fetched once: a run is shorter than the hour that it lives.
 *
 * @see <a href="https://cloud.google.com/artifact-registry/docs/docker/authentication#token">Access
 *     token</a>
 */
final class GoogleLogin implements AutoCloseable {
  private static final String USER = "oauth2accesstoken";
  private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform.read-only";
  private static final GoogleApi API =
      new GoogleApi("Artifact Registry", "artifactregistry.googleapis.com", "", Optional.empty());

  private final LazyClient<String> token =
      new LazyClient<>(settings -> API, api -> fetch(), fetched -> {});

  private static String fetch() throws IOException {
    GoogleCredentials credentials = GoogleCredentials.getApplicationDefault().createScoped(SCOPE);
    credentials.refreshIfExpired();
    return credentials.getAccessToken().getTokenValue();
  }

  /** The token is for the registry's own host only: nobody else is to see it. */
  Known of(ImageReference image, ProbeContext context) throws InterruptedException {
    try {
      Login login = new Login(USER, token.get(context), Optional.of(image.host()));
      return new Known(Optional.of(login), Optional.empty());
    } catch (UnobservedException e) {
      return new Known(Optional.empty(), Optional.of(e.gap()));
    }
  }

  @Override
  public void close() {
    token.close();
  }
}

package dev.stageproof.probes.credentials;

import com.google.auth.oauth2.GoogleCredentials;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.CredentialsObservation;
import dev.stageproof.observe.CredentialsObservation.Kind;
import dev.stageproof.observe.CredentialsRequest;
import dev.stageproof.spi.Endpoint;
import dev.stageproof.spi.Probe;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.ProbeSettings.Endpoints;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Finds Application Default Credentials. The search may ask a metadata server and wait for a name
 * server, which can't be interrupted; so it has a thread of its own, and only the wait ends.
 */
public final class CredentialsProbe implements Probe<CredentialsRequest, CredentialsObservation> {

  private static final String LOG_IN =
      "run `gcloud auth application-default login`; in CI attach a service account, or let"
          + " GOOGLE_APPLICATION_CREDENTIALS name its credentials";

  private final Callable<CredentialsObservation> search;

  /** For the service loader; a reference to the method would load Google's classes at once. */
  public CredentialsProbe() {
    this(() -> Kinds.of(GoogleCredentials.getApplicationDefault()));
  }

  CredentialsProbe(Callable<CredentialsObservation> search) {
    this.search = search;
  }

  @Override
  public Class<CredentialsRequest> requestType() {
    return CredentialsRequest.class;
  }

  @Override
  public CredentialsObservation observe(CredentialsRequest request, ProbeContext context)
      throws UnobservedException, InterruptedException {
    if (plaintext(context.settings().endpoints())) {
      return new CredentialsObservation(Kind.NOT_NEEDED, Optional.empty(), Optional.empty());
    }
    var found = new FutureTask<>(search);
    Thread thread = new Thread(found, "find credentials");
    thread.setDaemon(true);
    thread.start();
    Duration limit = context.remaining().multipliedBy(9).dividedBy(10);
    try {
      return found.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new UnobservedException(
          none("the search took longer than " + limit.toMillis() + " ms"), e);
    } catch (ExecutionException e) {
      throw unusable(e.getCause());
    }
  }

  private static boolean plaintext(Endpoints endpoints) {
    return endpoints.logging().filter(Endpoint::plaintext).isPresent()
        && endpoints.run().filter(Endpoint::plaintext).isPresent();
  }

  private static UnobservedException unusable(Throwable cause) {
    if (cause instanceof IOException) {
      String detail = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
      return new UnobservedException(none(detail), cause);
    }
    throw new IllegalStateException("the search for credentials failed", cause);
  }

  private static Gap none(String detail) {
    return Gap.of(GapReason.NO_CREDENTIALS, "none were found: " + detail, LOG_IN);
  }
}

package dev.stageproof.probes.credentials;

import com.google.auth.oauth2.ComputeEngineCredentials;
import com.google.auth.oauth2.ExternalAccountAuthorizedUserCredentials;
import com.google.auth.oauth2.ExternalAccountCredentials;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ImpersonatedCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.auth.oauth2.UserCredentials;
import dev.stageproof.observe.CredentialsObservation;
import dev.stageproof.observe.CredentialsObservation.Kind;
import java.util.Optional;

/** Tells what kind of credentials were found, and whose. */
final class Kinds {
  private Kinds() {}

  static CredentialsObservation of(GoogleCredentials found) {
    Optional<String> quota = Optional.ofNullable(found.getQuotaProjectId());
    return new CredentialsObservation(kind(found), account(found), quota);
  }

  private static Kind kind(GoogleCredentials found) {
    if (found instanceof ServiceAccountCredentials) {
      return Kind.SERVICE_ACCOUNT;
    }
    if (found instanceof ImpersonatedCredentials) {
      return Kind.IMPERSONATED;
    }
    if (found instanceof ComputeEngineCredentials) {
      return Kind.METADATA_SERVER;
    }
    if (found instanceof ExternalAccountCredentials
        || found instanceof ExternalAccountAuthorizedUserCredentials) {
      return Kind.EXTERNAL;
    }
    return found instanceof UserCredentials ? Kind.USER : Kind.OTHER;
  }

  /** Credentials of a user hold no name; to learn it, a token would have to be shown to Google. */
  private static Optional<String> account(GoogleCredentials found) {
    if (found instanceof ServiceAccountCredentials key) {
      return Optional.ofNullable(key.getClientEmail());
    }
    if (found instanceof ImpersonatedCredentials borrowed) {
      return Optional.ofNullable(borrowed.getAccount());
    }
    if (found instanceof ComputeEngineCredentials machine) {
      return attached(machine);
    }
    return found instanceof ExternalAccountCredentials external
        ? Optional.ofNullable(external.getServiceAccountEmail())
        : Optional.empty();
  }

  private static Optional<String> attached(ComputeEngineCredentials machine) {
    try {
      return Optional.ofNullable(machine.getAccount());
    } catch (RuntimeException unnamed) {
      // The metadata server gives credentials but not their name: a help only, so it is left out.
      return Optional.empty();
    }
  }
}

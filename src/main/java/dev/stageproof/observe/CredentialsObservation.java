package dev.stageproof.observe;

import dev.stageproof.model.Doc;
import dev.stageproof.spi.NamesAccount;
import dev.stageproof.spi.Observation;
import java.util.Optional;

/**
 * Application Default Credentials, by kind and name; never a secret of them.
 *
 * @param account the account's name, where the credentials tell it
 * @param quotaProject whose quota is used, where the credentials tell it
 */
public record CredentialsObservation(
    Kind kind, Optional<String> account, Optional<String> quotaProject)
    implements Observation, NamesAccount {

  /** Where credentials come from. */
  public enum Kind {
    @Doc("No credentials are needed: the endpoints are plaintext.")
    NOT_NEEDED,
    @Doc("A person, by gcloud auth application-default login.")
    USER,
    @Doc("A service account, by a key file.")
    SERVICE_ACCOUNT,
    @Doc("A service account that another account impersonates.")
    IMPERSONATED,
    @Doc("The service account attached to this machine, by its metadata server.")
    METADATA_SERVER,
    @Doc("An identity of another provider, by workload identity federation.")
    EXTERNAL,
    @Doc("Another kind.")
    OTHER
  }

  /** The credentials in words. */
  public String words() {
    return name()
        + account.map(text -> " " + text).orElse("")
        + quotaProject.map(text -> ", quota of project " + text).orElse("");
  }

  private String name() {
    return switch (kind) {
      case NOT_NEEDED -> "not needed: the endpoints are plaintext";
      case USER -> "of a user, by `gcloud auth application-default login`";
      case SERVICE_ACCOUNT -> "key of service account";
      case IMPERSONATED -> "impersonated service account";
      case METADATA_SERVER -> "this machine's service account";
      case EXTERNAL -> "workload identity federation";
      case OTHER -> "of another kind";
    };
  }

  @Override
  public Optional<String> member() {
    return account.filter(name -> name.contains("@")).map(name -> prefix() + name);
  }

  private String prefix() {
    return kind == Kind.USER ? "user:" : "serviceAccount:";
  }
}

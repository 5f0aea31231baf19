package dev.stageproof.checks.requests;

import dev.stageproof.model.Identity;
import dev.stageproof.observe.Access;
import dev.stageproof.spi.Shell;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Optional;

/**
 * What stands before a private service: who is let in, and what to do when nobody is.
 *
 * @param access how the request proved who sent it
 * @param tested the service, if it is known
 */
public record Door(Access access, Optional<Identity> tested) {

  private static final String INVOKER = "roles/run.invoker";

  /** How Google's front end words a refusal on its page, for both statuses. */
  private static final String REFUSAL = "Your client does not have permission";

  /** How it words an unfit token in {@code WWW-Authenticate}. */
  private static final String UNFIT = "The access token could not be verified";

  /**
   * True when the front end refused a proof: the service itself has said nothing.
   *
   * @param body of the answer
   * @param challenge its {@code WWW-Authenticate}; empty text when it has none
   */
  public boolean shut(int status, String body, String challenge) {
    return !(access instanceof Access.None)
        && refusal(status)
        && (body.contains(REFUSAL) || challenge.contains(UNFIT));
  }

  private static boolean refusal(int status) {
    return status == HttpURLConnection.HTTP_UNAUTHORIZED
        || status == HttpURLConnection.HTTP_FORBIDDEN;
  }

  /** What to do about a 401 or 403; empty for any other status. */
  public Optional<String> advice(int status) {
    if (!refusal(status)) {
      return Optional.empty();
    }
    if (access instanceof Access.None) {
      return Optional.of(
          "If the service is private, set `target.auth: id-token` (or `auth: id-token` in this"
              + " check), so that an identity token is sent.");
    }
    return Optional.of(status == HttpURLConnection.HTTP_FORBIDDEN ? forbidden() : unauthorized());
  }

  private String unauthorized() {
    if (!(access instanceof Access.IdToken token)) {
      return "The service does not take the token of `auth`: see that it is for this service and"
          + " has not expired.";
    }
    List<String> wanted = wanted();
    String made = "The token is made out to " + token.audience();
    if (wanted.contains(token.audience())) {
      return made
          + ", as the service wants it: see that this machine's clock is right, and that `"
          + Shell.command(token.gcloud())
          + "` prints a token of Google's.";
    }
    return wanted.isEmpty()
        ? made + ": name the audience that the service wants as `audience` of `auth`."
        : made
            + "; the service wants "
            + String.join(" or ", wanted)
            + ": correct or leave out `audience` of `auth`.";
  }

  private List<String> wanted() {
    return tested
        .map(
            service ->
                service.audiences().isEmpty()
                    ? service.url().stream().toList()
                    : service.audiences())
        .orElse(List.of());
  }

  private String forbidden() {
    return "Grant "
        + INVOKER
        + ", which holds the permission run.routes.invoke, on the service to the account that the"
        + " token names"
        + tested.map(service -> ": `" + grant(service) + "`").orElse("")
        + ".";
  }

  private String grant(Identity service) {
    String account =
        access instanceof Access.IdToken token ? token.impersonate().orElse("ACCOUNT") : "ACCOUNT";
    return Shell.command(
        List.of(
            "gcloud",
            "run",
            "services",
            "add-iam-policy-binding",
            service.service(),
            "--region=" + service.region(),
            "--project=" + service.project(),
            "--member=serviceAccount:" + account,
            "--role=" + INVOKER));
  }
}

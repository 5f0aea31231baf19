package dev.stageproof.probes.google;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.Access;
import dev.stageproof.spi.Shell;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says why there is no identity token, and what to do about it.
 *
 * @see <a href="https://cloud.google.com/run/docs/authenticating/service-to-service">Authenticating
 *     service-to-service</a>
 */
final class TokenGaps {
  private static final int LONGEST_DETAIL = 300;

  private static final String CREATOR = "roles/iam.serviceAccountOpenIdTokenCreator";
  private static final String CREATE = "iam.serviceAccounts.getOpenIdToken";

  /** How google-auth 1.43.0 words an answer of IAM Credentials, see IamUtils.getIdToken. */
  private static final Pattern REFUSED = Pattern.compile("[Ee]rror code 403 trying to getIDToken");

  private TokenGaps() {}

  static Gap noCredentials(Access.IdToken asked, IOException failure) {
    String login =
        asked.impersonate().isPresent()
            ? CallGaps.LOG_IN
            : "run `gcloud auth application-default login"
                + " --impersonate-service-account=SERVICE_ACCOUNT`, or run as a service account;"
                + " then run again";
    return Gap.of(
        GapReason.NO_CREDENTIALS,
        "no credentials for an identity token were found: " + detail(failure),
        login);
  }

  /** Credentials that make tokens of another kind only. */
  static Gap unfit(Access.IdToken asked, boolean user) {
    String whose = user ? "a user's" : "of a kind that makes none by itself";
    return Gap.of(
        GapReason.NO_CREDENTIALS,
        "the credentials found are "
            + whose
            + ": they can't make an identity token for "
            + asked.audience(),
        "set `auth: {type: id-token, impersonate: SERVICE_ACCOUNT}`, and grant "
            + CREATOR
            + " on that account to yourself: `gcloud iam service-accounts add-iam-policy-binding"
            + " SERVICE_ACCOUNT --member=user:YOU --role="
            + CREATOR
            + "`");
  }

  static Gap late(Access.IdToken asked, Duration limit) {
    return Gap.of(
        GapReason.TIMED_OUT,
        "no identity token for "
            + asked.audience()
            + " within "
            + limit.toMillis()
            + " ms: the metadata server or Google's token service does not answer",
        "check that `"
            + Shell.command(asked.gcloud())
            + "` prints one here, or give the check a longer `timeout`");
  }

  static Gap of(Access.IdToken asked, Throwable failure) {
    Optional<String> account = asked.impersonate();
    if (account.isPresent() && REFUSED.matcher(String.valueOf(failure.getMessage())).find()) {
      return Gap.noPermission(
          "an identity token in the name of " + account.get() + " needs the permission " + CREATE,
          "grant " + CREATOR + " on " + account.get() + " to the account that runs stageproof",
          CREATE);
    }
    boolean network = failure instanceof IOException;
    return Gap.of(
        network ? GapReason.NO_CREDENTIALS : GapReason.MALFORMED,
        "no identity token for "
            + asked.audience()
            + " could be made: "
            + (network ? detail(failure) : "what was given in its place is none"),
        "check that `" + Shell.command(asked.gcloud()) + "` prints one here, then run again");
  }

  private static String detail(Throwable failure) {
    String line =
        String.valueOf(failure.getMessage())
            .lines()
            .findFirst()
            .orElse("")
            .replaceAll("\\p{Cntrl}", " ");
    return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "…";
  }
}

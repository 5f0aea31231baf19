package dev.stageproof.probes.google;

import com.google.api.gax.rpc.StatusCode.Code;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;

/**
 * Says what a failed call means and what to do next.
 *
 * @see <a href="https://google.aip.dev/193">AIP-193, errors</a>
 */
final class CallGaps {
  static final String LOG_IN = "run `gcloud auth application-default login`, then run again";

  private CallGaps() {}

  static Gap of(CallFailed failure, Asked asked) {
    if (failure.detail().contains("Credentials failed to obtain metadata")) {
      return refused(failure, asked);
    }
    return switch (failure.code()) {
      case UNAVAILABLE -> failure.connected() ? down(failure, asked) : unreachable(failure, asked);
      case DEADLINE_EXCEEDED -> failure.connected() ? slow(asked) : unreachable(failure, asked);
      case UNAUTHENTICATED -> refused(failure, asked);
      case PERMISSION_DENIED -> denied(failure, asked);
      case NOT_FOUND -> asked.missing();
      case RESOURCE_EXHAUSTED -> exhausted(failure, asked);
      case INVALID_ARGUMENT, OUT_OF_RANGE, FAILED_PRECONDITION -> invalid(failure, asked);
      default -> broken(failure, asked);
    };
  }

  /** No credentials were found at all. */
  static Gap noCredentials(GoogleApi api, String detail) {
    return Gap.of(
        GapReason.NO_CREDENTIALS,
        "no credentials for " + api.title() + " were found: " + detail,
        LOG_IN);
  }

  private static Gap unreachable(CallFailed failure, Asked asked) {
    String settle =
        asked.api().endpoint().isPresent()
            ? "start what should serve there, or correct "
                + asked.api().variable()
                + " or gcp.endpoints"
            : "check that this machine may connect to "
                + asked.api().address()
                + ", then run again";
    return Gap.of(
        GapReason.UNREACHABLE, where(asked) + " can't be reached: " + network(failure), settle);
  }

  private static String network(CallFailed failure) {
    if (failure.code() == Code.DEADLINE_EXCEEDED) {
      return "nothing answers there";
    }
    return failure.detail().contains("Connection refused")
        ? "the connection was refused"
        : failure.detail();
  }

  private static Gap down(CallFailed failure, Asked asked) {
    return Gap.of(
        GapReason.UNREACHABLE,
        where(asked) + " is not available: " + failure.detail(),
        "run again in a minute; https://status.cloud.google.com names outages");
  }

  private static Gap slow(Asked asked) {
    return Gap.of(GapReason.TIMED_OUT, where(asked) + " did not answer in time", asked.whenSlow());
  }

  private static Gap refused(CallFailed failure, Asked asked) {
    return Gap.of(
        GapReason.NO_CREDENTIALS,
        where(asked) + " did not accept the credentials: " + failure.detail(),
        LOG_IN);
  }

  private static Gap denied(CallFailed failure, Asked asked) {
    if (failure.reason().equals("SERVICE_DISABLED")) {
      return Gap.of(
          GapReason.NO_PERMISSION,
          asked.api().title() + " is not enabled in project " + asked.project(),
          "run `gcloud services enable %s --project=%s`"
              .formatted(asked.api().service(), asked.project()));
    }
    return Gap.noPermission(
        "%s needs the permission %s on project %s: %s"
            .formatted(
                asked.api().title(), asked.permission().name(), asked.project(), failure.detail()),
        "grant %s on project %s to the account that runs stageproof"
            .formatted(asked.permission().role(), asked.project()),
        asked.permission().name());
  }

  /** RESOURCE_EXHAUSTED also comes from our own client, for a message over its limit. */
  static boolean overQuota(CallFailed failure) {
    return failure.code() == Code.RESOURCE_EXHAUSTED
        && !failure.detail().contains("exceeds maximum size");
  }

  private static Gap exhausted(CallFailed failure, Asked asked) {
    if (!overQuota(failure)) {
      return broken(failure, asked);
    }
    return Gap.of(
        GapReason.QUOTA,
        "the quota of %s in project %s is exhausted: %s"
            .formatted(asked.api().title(), asked.project(), failure.detail()),
        "run again in a minute");
  }

  private static Gap invalid(CallFailed failure, Asked asked) {
    return Gap.of(
        GapReason.MALFORMED,
        where(asked) + " refused the question as invalid: " + failure.detail(),
        "check the names under `target` in the configuration");
  }

  private static Gap broken(CallFailed failure, Asked asked) {
    return Gap.of(
        GapReason.MALFORMED,
        "%s failed with %s: %s".formatted(where(asked), failure.code(), failure.detail()),
        "run again; if it stays, check what serves at " + asked.api().address());
  }

  private static String where(Asked asked) {
    return asked.api().title() + " at " + asked.api().address();
  }
}

package dev.stageproof.sandbox;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/** The errors of the two APIs, in words like Google's. */
final class Refusal {
  private Refusal() {}

  static StatusRuntimeException invalid(String problem) {
    return Status.INVALID_ARGUMENT.withDescription(problem).asRuntimeException();
  }

  /**
   * @param kind of resource: "SERVICE" or "REVISION"
   */
  static StatusRuntimeException notFound(String kind, String name, String region, String project) {
    return Status.NOT_FOUND
        .withDescription(
            String.format(
                "Resource '%s' of kind '%s' in region '%s' in project '%s' does not exist.",
                name, kind, region, project))
        .asRuntimeException();
  }

  static StatusRuntimeException denied(String permission, String resource) {
    return Status.PERMISSION_DENIED
        .withDescription(deniedText(permission, resource))
        .asRuntimeException();
  }

  private static String deniedText(String permission, String resource) {
    return String.format(
        "Permission '%s' denied on resource '%s' (or resource may not exist).",
        permission, resource);
  }

  /**
   * What a refusal says when its fault has no words of its own.
   *
   * @param permission that the call needs
   */
  static String usual(Status.Code code, String permission, String resource) {
    return switch (code) {
      case PERMISSION_DENIED -> deniedText(permission, resource);
      case UNAUTHENTICATED ->
          "Request had invalid authentication credentials. Expected OAuth 2 access token, login"
              + " cookie or other valid authentication credential.";
      case RESOURCE_EXHAUSTED ->
          "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute'.";
      case UNAVAILABLE -> "The service is currently unavailable.";
      default -> "The sandbox was told to answer " + code + ".";
    };
  }
}

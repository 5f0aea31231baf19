package dev.stageproof.sandbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What Cloud Run's front end answers in place of the container, in the words of the real one.
 *
 * @param title the status with its words: "403 Forbidden"
 * @param text what the page says
 * @param challenge the header WWW-Authenticate
 * @param log what the entry in the request log says; no entry when empty
 */
record Turned(
    int status, String title, String text, Optional<String> challenge, Optional<String> log) {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private static final String MORE =
      " Read more at https://cloud.google.com/run/docs/securing/authenticating Additional"
          + " troubleshooting documentation can be found at:"
          + " https://cloud.google.com/run/docs/troubleshooting#";

  private static final String NOT_AUTHENTICATED =
      "The request was not authenticated. Either allow unauthenticated invocations or set the proper"
          + " Authorization header."
          + MORE
          + "unauthorized-client";

  private static final String NOT_AUTHORIZED =
      "The request was not authorized to invoke this service." + MORE + "401";

  private static final String CHALLENGE =
      "Bearer error=\"invalid_token\" error_description=\"The access token could not be verified\"";

  /** There is no credential at all. */
  static Turned unauthenticated(String path) {
    return forbidden(path, NOT_AUTHENTICATED);
  }

  /** The caller is known, and may not call the service. */
  static Turned unauthorized(String path) {
    return forbidden(path, NOT_AUTHORIZED);
  }

  private static Turned forbidden(String path, String log) {
    return new Turned(
        FORBIDDEN,
        "403 Forbidden",
        "Your client does not have permission to get URL <code>"
            + safe(path)
            + "</code> from this server.",
        Optional.empty(),
        Optional.of(log));
  }

  /** There is a token, and it is of no use here. */
  static Turned badToken(String path) {
    return new Turned(
        UNAUTHORIZED,
        "401 Unauthorized",
        "Your client does not have permission to the requested URL <code>"
            + safe(path)
            + "</code>.",
        Optional.of(CHALLENGE),
        Optional.of(NOT_AUTHORIZED));
  }

  /** From here there is no such address. */
  static Turned notFound() {
    return new Turned(
        NOT_FOUND,
        "404 Page not found",
        "The requested URL was not found on this server.",
        Optional.empty(),
        Optional.empty());
  }

  private static String safe(String path) {
    return path.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** The answer as the caller gets it. */
  Scenario.Route answer() {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "text/html; charset=UTF-8");
    challenge.ifPresent(words -> headers.put("WWW-Authenticate", words));
    return new Scenario.Route(
        "", "", status, page(), headers, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private String page() {
    return """

    <html><head>
    <meta http-equiv="content-type" content="text/html;charset=utf-8">
    <title>%s</title>
    </head>
    <body text=#000000 bgcolor=#ffffff>
    <h1>Error: %s</h1>
    <h2>%s</h2>
    <h2></h2>
    </body></html>
    """
        .formatted(title, title.substring(title.indexOf(' ') + 1), text);
  }
}

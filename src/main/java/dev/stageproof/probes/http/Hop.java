package dev.stageproof.probes.http;

import dev.stageproof.observe.HttpRequest;
import dev.stageproof.observe.HttpRequest.Redirects;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * One request on the way to the answer: the first one, or one that a redirect asks for.
 *
 * @param headers names without regard to case
 */
record Hop(String method, HttpUrl url, Map<String, String> headers, Optional<String> body) {

  private static final int TEMPORARY_REDIRECT = 307;
  private static final int PERMANENT_REDIRECT = 308;

  /** RFC 9110, section 15.4; 300 and 304 name no single other place. */
  private static final Set<Integer> REDIRECTS =
      Set.of(
          HttpURLConnection.HTTP_MOVED_PERM,
          HttpURLConnection.HTTP_MOVED_TEMP,
          HttpURLConnection.HTTP_SEE_OTHER,
          TEMPORARY_REDIRECT,
          PERMANENT_REDIRECT);

  /** All that may go to another host: neither credentials nor keys of the user's own making. */
  private static final Set<String> HARMLESS =
      Set.of("accept", "accept-language", "content-type", "user-agent");

  private static final String USER_AGENT = "User-Agent";

  /**
   * The request as it is asked for.
   *
   * @param own headers that stageproof adds
   */
  static Hop first(HttpRequest request, HttpUrl url, Map<String, String> own) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put(USER_AGENT, "stageproof/" + version());
    headers.putAll(request.headers());
    headers.putAll(own);
    return new Hop(request.method(), url, headers, request.body());
  }

  private static String version() {
    return Optional.ofNullable(Hop.class.getPackage().getImplementationVersion()).orElse("dev");
  }

  /** The request that the answer redirects to; empty when the answer is to be taken as it is. */
  Optional<Hop> next(Redirects allowed, Trace.Head answer) {
    String location = answer.headers().get("Location");
    if (allowed == Redirects.NEVER || location == null || !REDIRECTS.contains(answer.status())) {
      return Optional.empty();
    }
    return Optional.ofNullable(url.resolve(location))
        .filter(target -> allowed == Redirects.FOLLOW || sameOrigin(target))
        .map(target -> towards(target, answer.status()));
  }

  /** Another port is another server: the stricter reading of "same host". */
  private boolean sameOrigin(HttpUrl target) {
    return target.scheme().equals(url.scheme())
        && target.host().equals(url.host())
        && target.port() == url.port();
  }

  private Hop towards(HttpUrl target, int status) {
    Map<String, String> kept = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    kept.putAll(headers);
    if (!sameOrigin(target)) {
      kept.keySet().removeIf(name -> !HARMLESS.contains(name.toLowerCase(Locale.ROOT)));
    }
    if (!becomesGet(status)) {
      return new Hop(method, target, kept, body);
    }
    kept.remove("Content-Type");
    return new Hop("GET", target, kept, Optional.empty());
  }

  /** As browsers do, see the fetch standard, "HTTP-redirect fetch". */
  private boolean becomesGet(int status) {
    boolean moved =
        status == HttpURLConnection.HTTP_MOVED_PERM || status == HttpURLConnection.HTTP_MOVED_TEMP;
    boolean other = status == HttpURLConnection.HTTP_SEE_OTHER;
    return (moved && method.equals("POST"))
        || (other && !method.equals("GET") && !method.equals("HEAD"));
  }

  /** The request for OkHttp, carrying the trace. */
  Request request(Trace trace) {
    Request.Builder builder = new Request.Builder().url(url).tag(Trace.class, trace);
    headers.forEach(builder::header);
    return builder.method(method, sentBody().orElse(null)).build();
  }

  private Optional<RequestBody> sentBody() {
    boolean bodiless = method.equals("GET") || method.equals("HEAD");
    return bodiless
        ? Optional.empty()
        : Optional.of(new OnceBody(body.orElse("").getBytes(StandardCharsets.UTF_8)));
  }
}

package dev.stageproof.observe;

import dev.stageproof.spi.Request;
import dev.stageproof.spi.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks an HTTP server, once or several times in a row.
 *
 * @param method GET, POST, …
 * @param url absolute, http or https
 * @param headers in the order in which they are sent
 * @param body sent as UTF-8
 * @param redirects whether a redirect is followed
 * @param samples how often to ask, 1 or more
 * @param access how it proves who sends it; goes to this address's origin only
 * @param trace what its entries in the request log are found by; empty when nobody looks for them
 */
public record HttpRequest(
    String method,
    String url,
    Map<String, String> headers,
    Optional<String> body,
    Redirects redirects,
    int samples,
    Access access,
    Optional<TraceId> trace)
    implements Request<HttpObservation> {

  /** A request that proves nothing and that nobody looks for. */
  public HttpRequest(
      String method,
      String url,
      Map<String, String> headers,
      Optional<String> body,
      Redirects redirects,
      int samples) {
    this(method, url, headers, body, redirects, samples, Access.none(), Optional.empty());
  }

  /** The same request, to be looked for. */
  public HttpRequest traced(TraceId id) {
    return new HttpRequest(method, url, headers, body, redirects, samples, access, Optional.of(id));
  }

  /** What to do with a redirect. */
  public enum Redirects {
    /** Follow up to 10 redirects. */
    FOLLOW,
    /** Follow while host and scheme stay the same; headers of the user's go along. */
    SAME_HOST,
    /** Take the redirect as the answer. */
    NEVER
  }

  @Override
  public String kind() {
    return "http";
  }

  @Override
  public String subject() {
    return method + " " + url;
  }

  @Override
  public Class<HttpObservation> observationType() {
    return HttpObservation.class;
  }

  @Override
  public List<String> reproduce() {
    String command = Shell.command(curl());
    String proof = access.curl(headers.keySet()).map(" "::concat).orElse("");
    return List.of(command + proof + " " + Shell.word(url));
  }

  /**
   * Of all headers curl keeps only {@code Authorization} from the host that a redirect leads to.
   */
  private boolean spreads() {
    return !access.equals(Access.none())
        && !Access.header(headers.keySet()).equals("Authorization");
  }

  /** All words but those that hold for the address alone. */
  private List<String> curl() {
    List<String> words = new ArrayList<>(List.of("curl", "-sS", "--compressed"));
    words.add(method.equals("HEAD") ? "-I" : "-i");
    boolean implied = method.equals("HEAD") || method.equals(body.isPresent() ? "POST" : "GET");
    if (!implied) {
      words.addAll(List.of("-X", method));
    }
    headers.forEach((name, value) -> words.addAll(List.of("-H", name + ": " + value)));
    body.ifPresent(text -> words.addAll(List.of("--data-binary", text)));
    if (redirects != Redirects.NEVER && !spreads()) {
      words.add("-L");
    }
    return words;
  }
}

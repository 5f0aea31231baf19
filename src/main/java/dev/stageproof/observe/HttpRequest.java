package dev.stageproof.observe;

import dev.stageproof.spi.Diagnosis;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Shell;
import dev.stageproof.spi.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    implements Request<HttpObservation>, LoggedRequest<HttpRequest> {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

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

  @Override
  public HttpRequest traced(TraceId id) {
    return new HttpRequest(method, url, headers, body, redirects, samples, access, Optional.of(id));
  }

  @Override
  public int entries() {
    return samples;
  }

  @Override
  public List<String> named() {
    List<String> words = new ArrayList<>(List.of(method, LoggedRequest.bare(url)));
    words.addAll(headers.keySet());
    return words;
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

  /** One plain look at an address. */
  static HttpRequest get(String url, Access access) {
    return new HttpRequest(
        "GET", url, Map.of(), Optional.empty(), Redirects.NEVER, 1, access, Optional.empty());
  }

  @Override
  public String whom() {
    return url.replaceFirst("^(https?://[^/?#]*).*", "$1");
  }

  @Override
  public Optional<Usage> usage() {
    return Optional.of(new Usage(samples, "requests"));
  }

  /** Asked once, and by HEAD where the request itself may change something (RFC 9110, 9.2.1). */
  @Override
  public List<Request<?>> trials() {
    return List.of(SAFE.contains(method) ? once(method, body) : once("HEAD", Optional.empty()));
  }

  private HttpRequest once(String by, Optional<String> sent) {
    return new HttpRequest(by, url, headers, sent, redirects, 1, access, Optional.empty());
  }

  @Override
  public List<Diagnosis> diagnose(HttpObservation seen) {
    return HttpDiagnoses.of(seen.samples().get(0));
  }
}

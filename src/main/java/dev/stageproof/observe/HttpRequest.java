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
 */
public record HttpRequest(
    String method,
    String url,
    Map<String, String> headers,
    Optional<String> body,
    Redirects redirects,
    int samples)
    implements Request<HttpObservation> {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

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
    List<String> words = new ArrayList<>(List.of("curl", "-sS", "--compressed"));
    words.add(method.equals("HEAD") ? "-I" : "-i");
    boolean implied = method.equals("HEAD") || method.equals(body.isPresent() ? "POST" : "GET");
    if (!implied) {
      words.addAll(List.of("-X", method));
    }
    headers.forEach((name, value) -> words.addAll(List.of("-H", name + ": " + value)));
    body.ifPresent(text -> words.addAll(List.of("--data-binary", text)));
    if (redirects != Redirects.NEVER) {
      words.add("-L");
    }
    words.add(url);
    return List.of(Shell.command(words));
  }

  /** One plain look at an address. */
  static HttpRequest get(String url) {
    return new HttpRequest("GET", url, Map.of(), Optional.empty(), Redirects.NEVER, 1);
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
    return List.of(
        SAFE.contains(method)
            ? new HttpRequest(method, url, headers, body, redirects, 1)
            : new HttpRequest("HEAD", url, headers, Optional.empty(), redirects, 1));
  }

  @Override
  public List<Diagnosis> diagnose(HttpObservation seen) {
    return HttpDiagnoses.of(seen.samples().get(0));
  }
}

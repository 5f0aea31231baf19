package dev.stageproof.checks.http;

import dev.stageproof.checks.requests.Address;
import dev.stageproof.checks.requests.AnsweredBy;
import dev.stageproof.checks.requests.Asked;
import dev.stageproof.checks.requests.Asking;
import dev.stageproof.checks.requests.At;
import dev.stageproof.checks.requests.Headers;
import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.observe.Access;
import dev.stageproof.observe.HttpRequest;
import dev.stageproof.spi.Auth;
import dev.stageproof.spi.CheckContext;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What to ask, and what the answer has to be like. */
@Doc(
    "Asks an HTTP endpoint and compares status, headers, body, latency and certificate with what is"
        + " expected.")
public record HttpSettings(
    @Doc(
            value = "The method: GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS.",
            def = "GET",
            example = "POST")
        String method,
    @Doc(
            value =
                "The path to ask, from `/` on and with its query, at the service's address; either"
                    + " this or `url` is given.",
            example = "/health")
        Optional<String> path,
    @Doc(
            value = "The whole address to ask, instead of a `path` at the service's address.",
            example = "https://staging.example.com/health")
        Optional<String> url,
    @Doc(value = "At which address a `path` is asked.", def = "service") At at,
    @Doc(value = "Which revision has to have answered.", def = "tested", example = "any")
        AnsweredBy answeredBy,
    @Doc(
            value =
                "How the request proves who sends it; by default as `target.auth` says at the"
                    + " service's own addresses, and not at all at a foreign `url`.",
            example = "id-token")
        Optional<Auth> auth,
    @Doc(
            value = "Headers to send; they go to no other host when a redirect is followed.",
            example = "{Authorization: \"Bearer ${ID_TOKEN}\"}")
        Map<String, String> headers,
    @Doc(
            value =
                "The body to send, as UTF-8. Without a `Content-Type` among the headers it goes"
                    + " out as application/json if it is JSON, else as text/plain.",
            example = "'{\"ping\": true}'")
        Optional<String> body,
    @Doc(
            value =
                "How often to ask, one after the other; the later samples reuse the connection."
                    + " Every answer has to meet the expectations. At most 1000.",
            def = "1",
            example = "20")
        int samples,
    @Doc(
            value =
                "`never` takes a redirect as the answer, so that a login page can't pass for a"
                    + " healthy service; `same-host` follows while scheme, host and port stay the"
                    + " same; `follow` follows up to 10 redirects anywhere.",
            def = "never",
            example = "same-host")
        HttpRequest.Redirects redirects,
    @Doc("What the answer has to be like.") Expect expect) {

  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private static final int MOST_SAMPLES = 1000;

  private static final List<String> SCHEMES = List.of("https", "http");
  private static final String CONTENT_TYPE = "Content-Type";

  public HttpSettings {
    headers = Headers.checked(headers);
    if (!METHODS.contains(method)) {
      throw new InvalidSetting(
          "method", "`" + method + "` is not one of " + String.join(", ", METHODS));
    }
    if (path.isPresent() == url.isPresent()) {
      throw new InvalidSetting(
          path.isPresent() ? "url" : "", "give either a `path` or a `url`, and not both");
    }
    path.ifPresent(Address::requirePath);
    url.ifPresent(text -> Address.requireUrl(text, SCHEMES));
    requirePlace(at, url);
    answeredBy.requireTraceable(headers);
    requireSamples(samples);
    requireBodies(method, body, expect);
  }

  private static void requirePlace(At at, Optional<String> url) {
    if (at != At.SERVICE && url.isPresent()) {
      throw new InvalidSetting("at", "`at` goes with a `path`; a `url` says where by itself");
    }
  }

  private static void requireSamples(int samples) {
    if (samples < 1 || samples > MOST_SAMPLES) {
      throw new InvalidSetting("samples", "`samples` is from 1 to " + MOST_SAMPLES);
    }
  }

  private static void requireBodies(String method, Optional<String> body, Expect expect) {
    boolean bodiless = method.equals("GET") || method.equals("HEAD");
    if (body.isPresent() && bodiless) {
      throw new InvalidSetting(
          "body", "a " + method + " request takes no body; use `method: POST`");
    }
    if (method.equals("HEAD") && expect.readsBody()) {
      throw new InvalidSetting("expect", "the answer to HEAD has no body; use `method: GET`");
    }
  }

  /**
   * The address to ask.
   *
   * @param serviceUrl the address that a {@code path} is meant from
   */
  private Optional<String> address(Optional<String> serviceUrl) {
    return url.or(() -> serviceUrl.map(base -> Address.joined(base, path.orElseThrow())));
  }

  /** Where it is asked in a run. */
  Asking asking(CheckContext context) {
    return new Asking(at, url, auth, answeredBy, context);
  }

  /** What is asked, where it can be. */
  List<Asked<HttpRequest>> asked(Asking asking) {
    return asking.asked(base -> address(base).orElseThrow(), this::request);
  }

  /** What the probe is asked for. */
  private HttpRequest request(String address, Access access) {
    Map<String, String> sent = new LinkedHashMap<>(headers);
    boolean typed = headers.keySet().stream().anyMatch(CONTENT_TYPE::equalsIgnoreCase);
    if (!typed) {
      body.ifPresent(text -> sent.put(CONTENT_TYPE, typeOf(text)));
    }
    return new HttpRequest(
        method,
        address,
        Collections.unmodifiableMap(sent),
        body,
        redirects,
        samples,
        access,
        Optional.empty());
  }

  private static String typeOf(String body) {
    return JsonBody.parses(body) ? "application/json" : "text/plain; charset=utf-8";
  }
}

package dev.stageproof.checks.grpchealth;

import dev.stageproof.checks.requests.Address;
import dev.stageproof.checks.requests.AnsweredBy;
import dev.stageproof.checks.requests.Asked;
import dev.stageproof.checks.requests.Asking;
import dev.stageproof.checks.requests.At;
import dev.stageproof.checks.requests.Headers;
import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.OneOrMany;
import dev.stageproof.observe.Access;
import dev.stageproof.observe.GrpcHealthRequest;
import dev.stageproof.spi.Auth;
import dev.stageproof.spi.CheckContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whose health to ask for, and what has to be said of it. */
@Doc(
    "Asks a gRPC server for its health by the standard protocol, grpc.health.v1.Health/Check: over"
        + " TLS, or in plaintext where the address begins with http.")
public record GrpcHealthSettings(
    @OneOrMany
        @Doc(
            value =
                "The services to ask for, by the names that the server has registered with its"
                    + " health service; the empty name is the server as a whole.",
            def = "['']",
            example = "acme.orders.v1.OrderService")
        List<String> service,
    @Doc(
            value =
                "The address to ask, scheme, host and port, instead of the service's own address.",
            example = "https://staging.example.com")
        Optional<String> url,
    @Doc(value = "At which of the service's addresses it is asked.", def = "service") At at,
    @Doc(value = "Which revision has to have answered.", def = "tested", example = "any")
        AnsweredBy answeredBy,
    @Doc(
            value =
                "How the call proves who sends it, in its metadata; by default as `target.auth`"
                    + " says at the service's own addresses, and not at all at a foreign `url`.",
            example = "id-token")
        Optional<Auth> auth,
    @Doc(value = "Metadata to send, as text.", example = "{X-Api-Key: \"${API_KEY}\"}")
        Map<String, String> headers,
    @Doc(
            value =
                "How often to ask for each, one after the other; the later samples reuse the"
                    + " connection. At most 1000.",
            def = "1",
            example = "20")
        int samples,
    @Doc("What the answer has to be like.") Expect expect) {

  private static final int MOST_SAMPLES = 1000;
  private static final List<String> SCHEMES = List.of("https", "http");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:/-]*");

  /** What a key of metadata may have, see gRPC over HTTP2, "Custom-Metadata". */
  private static final Pattern KEY = Pattern.compile("(?!grpc-)[a-z0-9_.-]+(?<!-bin)");

  public GrpcHealthSettings {
    service = List.copyOf(service);
    headers = Headers.checked(headers);
    if (service.isEmpty()) {
      throw new InvalidSetting("service", "name a service; `''` is the server as a whole");
    }
    service.forEach(GrpcHealthSettings::requireName);
    url.ifPresent(GrpcHealthSettings::requireServer);
    headers.keySet().forEach(GrpcHealthSettings::requireKey);
    answeredBy.requireTraceable(headers);
    if (at != At.SERVICE && url.isPresent()) {
      throw new InvalidSetting(
          "at", "`at` goes with the service's own addresses; a `url` says where by itself");
    }
    if (samples < 1 || samples > MOST_SAMPLES) {
      throw new InvalidSetting("samples", "`samples` is from 1 to " + MOST_SAMPLES);
    }
  }

  private static void requireName(String name) {
    if (!NAME.matcher(name).matches() || name.length() > GrpcHealthRequest.LONGEST_NAME) {
      throw new InvalidSetting(
          "service",
          "a service's name has up to "
              + GrpcHealthRequest.LONGEST_NAME
              + " letters, digits, `.`, `_`, `:`, `/` and `-`");
    }
  }

  private static void requireServer(String url) {
    Address.requireUrl(url, SCHEMES);
    if (!url.matches("[a-z]+://[^/?#]*/?")) {
      throw new InvalidSetting(
          "url", "a gRPC server has no path: give scheme, host and port of `" + url + "`");
    }
  }

  private static void requireKey(String name) {
    if (!KEY.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
      throw new InvalidSetting(
          "headers",
          "`"
              + name
              + "` can't be sent as metadata: a key has letters, digits, `_`, `.` and `-`, does not"
              + " begin with `grpc-`, and ends with `-bin` only for binary values");
    }
  }

  /** Where it is asked in a run. */
  Asking asking(CheckContext context) {
    return new Asking(at, url, auth, answeredBy, context);
  }

  /** What is asked, where it can be. */
  List<Asked<GrpcHealthRequest>> asked(Asking asking) {
    return asking.asked(base -> url.or(() -> base).orElseThrow(), this::request);
  }

  private GrpcHealthRequest request(String address, Access access) {
    return new GrpcHealthRequest(address, service, headers, samples, access, Optional.empty());
  }
}

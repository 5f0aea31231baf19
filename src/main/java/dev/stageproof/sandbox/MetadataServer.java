package dev.stageproof.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The metadata server of a machine that runs as a service account; Google's own clients get their
 * tokens here when {@code GCE_METADATA_HOST} names it.
 *
 * @see <a href="https://cloud.google.com/compute/docs/metadata/overview">VM metadata</a>
 */
final class MetadataServer implements HttpHandler {
  private static final String FLAVOR = "Metadata-Flavor";
  private static final String GOOGLE = "Google";

  /** What all its paths begin with. */
  static final String ROOT = "/computeMetadata/v1/";

  private static final String JSON = "application/json";
  private static final String TEXT = "application/text";

  private static final Pattern ACCOUNT = Pattern.compile("instance/service-accounts/([^/]+)/(.*)");
  private static final String SCOPES = "https://www.googleapis.com/auth/cloud-platform";

  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private final Scenario scenario;
  private final IdTokens tokens;
  private final CallLog calls;
  private final FaultGate gate;

  /** What it says. */
  private record Answer(int status, String type, String body) {
    static Answer text(String body) {
      return new Answer(OK, TEXT, body);
    }
  }

  MetadataServer(Scenario scenario, IdTokens tokens, CallLog calls, FaultGate gate) {
    this.scenario = scenario;
    this.tokens = tokens;
    this.calls = calls;
    this.gate = gate;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    calls.add(Api.METADATA, exchange.getRequestMethod(), exchange.getRequestURI().toString());
    Optional<Fault> fault = gate.next(Api.METADATA, "");
    if (fault.isPresent() && fault.get().status().isEmpty()) {
      return;
    }
    Answer answer = fault.map(MetadataServer::refusal).orElseGet(() -> answer(exchange, path));
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set(FLAVOR, GOOGLE);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static Answer refusal(Fault fault) {
    int status = HttpStatus.of(fault.status().orElseThrow());
    return new Answer(status, TEXT, fault.message().orElse("The sandbox was told to refuse."));
  }

  private Answer answer(HttpExchange exchange, String path) {
    if (path.equals("/")) {
      return Answer.text("computeMetadata/\n");
    }
    if (!path.startsWith(ROOT)) {
      return missing();
    }
    if (!GOOGLE.equals(exchange.getRequestHeaders().getFirst(FLAVOR))) {
      return new Answer(FORBIDDEN, TEXT, "Missing Metadata-Flavor:Google header.");
    }
    String name = path.substring(ROOT.length());
    Matcher account = ACCOUNT.matcher(name);
    return account.matches() ? account(account, exchange) : machine(name);
  }

  private Answer machine(String name) {
    return switch (name) {
      case "project/project-id" -> Answer.text(scenario.project());
      case "project/numeric-project-id" -> Answer.text(Names.number(scenario.project()));
      case "universe/universe-domain" -> Answer.text("googleapis.com");
      case "instance/zone" ->
          Answer.text(
              "projects/%s/zones/%s-a"
                  .formatted(Names.number(scenario.project()), scenario.region()));
      case "instance/service-accounts/" -> Answer.text("default/\n" + tokens.email() + "/\n");
      default -> missing();
    };
  }

  private Answer account(Matcher asked, HttpExchange exchange) {
    boolean known = asked.group(1).equals("default") || asked.group(1).equals(tokens.email());
    if (!known) {
      return missing();
    }
    return switch (asked.group(2)) {
      case "" -> new Answer(OK, JSON, summary());
      case "email" -> Answer.text(tokens.email());
      case "aliases" -> Answer.text("default");
      case "scopes" -> Answer.text(SCOPES + "\n");
      case "token" -> new Answer(OK, JSON, accessToken());
      case "identity" -> identity(exchange);
      default -> missing();
    };
  }

  private String summary() {
    var summary = JsonNodeFactory.instance.objectNode();
    summary.putArray("aliases").add("default");
    summary.put("email", tokens.email()).putArray("scopes").add(SCOPES);
    return summary.toString();
  }

  /** Nothing in the sandbox asks for it; Google's APIs are open here. */
  private String accessToken() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("access_token", "ya29.c." + Names.uid("access token of " + tokens.email()))
        .put("expires_in", IdTokens.GOOD_FOR.toSeconds() - 1)
        .put("token_type", "Bearer")
        .toString();
  }

  private Answer identity(HttpExchange exchange) {
    Optional<String> audience = parameter(exchange, "audience").filter(value -> !value.isEmpty());
    boolean full = parameter(exchange, "format").filter("full"::equals).isPresent();
    return audience
        .map(value -> Answer.text(tokens.make(value, full)))
        .orElseGet(() -> new Answer(BAD_REQUEST, TEXT, "non-empty audience parameter required"));
  }

  private static Answer missing() {
    return new Answer(NOT_FOUND, TEXT, "Not Found");
  }

  private static Optional<String> parameter(HttpExchange exchange, String name) {
    String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    return Arrays.stream(query.split("&", -1))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> pair.substring(name.length() + 1))
        .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
        .findFirst();
  }
}

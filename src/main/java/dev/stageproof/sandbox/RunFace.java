package dev.stageproof.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Cloud Run Admin API v1, which has the form of Knative's and is what {@code gcloud run}
 * speaks.
 *
 * @see <a href="https://cloud.google.com/run/docs/reference/rest/v1">Cloud Run Admin API v1</a>
 */
final class RunFace implements HttpHandler {
  /** gcloud puts the region and a hyphen in front of it. */
  static final String HOST = "run.sandbox";

  private static final int MOST_BYTES = 1 << 20;
  private static final String NAMESPACE = "/apis/serving\\.knative\\.dev/v1/namespaces/([^/]+)";
  private static final JsonMapper JSON = new JsonMapper();

  private final LiveScenario live;
  private final Scenario scenario;
  private final KnativeService services;
  private final KnativeRevision revisions;
  private final CallLog calls;
  private final FaultGate gate;
  private final List<Method> methods;

  /** What a caller says, beside the path. */
  private record Question(String query, String body) {}

  private interface Answer {
    JsonNode to(Matcher path, Question question) throws IOException;
  }

  /**
   * A method of the API.
   *
   * @param path with the project as its first group
   * @param name as the API's discovery document has it
   */
  private record Method(String verb, Pattern path, String name, String permission, Answer answer) {}

  RunFace(
      LiveScenario live,
      ServiceProto services,
      RevisionProtos revisions,
      CallLog calls,
      FaultGate gate) {
    this.live = live;
    this.scenario = live.scenario();
    this.services = new KnativeService(scenario, services);
    this.revisions = new KnativeRevision(scenario, revisions);
    this.calls = calls;
    this.gate = gate;
    this.methods = methods();
  }

  private List<Method> methods() {
    return List.of(
        new Method(
            "GET",
            Pattern.compile(NAMESPACE + "/services/([^/]+)"),
            "namespaces.services.get",
            RunService.GET_SERVICE,
            (path, question) -> service(path.group(2), live.read())),
        new Method(
            "PUT",
            Pattern.compile(NAMESPACE + "/services/([^/]+)"),
            "namespaces.services.replaceService",
            "run.services.update",
            (path, question) -> replace(path.group(2), question.body())),
        new Method(
            "GET",
            Pattern.compile("/v1/projects/([^/]+)/locations/([^/]+)/services"),
            "projects.locations.services.list",
            "run.services.list",
            (path, question) -> list("ServiceList", List.of(services.json(live.now())))),
        new Method(
            "GET",
            Pattern.compile(NAMESPACE + "/revisions/([^/]+)"),
            "namespaces.revisions.get",
            RunService.GET_REVISION,
            (path, question) -> revision(path.group(2))),
        new Method(
            "GET",
            Pattern.compile(NAMESPACE + "/revisions"),
            "namespaces.revisions.list",
            RunService.LIST_REVISIONS,
            (path, question) -> list("RevisionList", revisionsOf(question.query()))));
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    RestCaller caller = new RestCaller(exchange);
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
    String path = exchange.getRequestURI().getPath();
    Optional<Method> method =
        methods.stream()
            .filter(each -> each.verb().equals(exchange.getRequestMethod()))
            .filter(each -> each.path().matcher(path).matches())
            .findFirst();
    if (method.isEmpty()) {
      caller.refuse(Status.NOT_FOUND.withDescription("Method not found."));
      return;
    }
    calls.add(Api.RUN, method.get().name(), path);
    Optional<Fault> fault = gate.next(Api.RUN, method.get().permission());
    if (fault.isPresent()) {
      refuse(fault.get(), method.get(), path, caller);
      return;
    }
    String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    Question question = new Question(query, new String(body, StandardCharsets.UTF_8));
    answer(method.get(), question, caller);
  }

  private void answer(Method method, Question question, RestCaller caller) throws IOException {
    String path = caller.exchange().getRequestURI().getPath();
    Matcher names = method.path().matcher(path);
    try {
      if (!names.matches() || !names.group(1).equals(scenario.project())) {
        throw Refusal.denied(method.permission(), resource(path));
      }
      region(caller.exchange());
      caller.answer(method.answer().to(names, question));
    } catch (StatusRuntimeException e) {
      caller.refuse(Status.fromThrowable(e));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      caller.refuse(Status.INVALID_ARGUMENT.withDescription(e.getMessage()));
    }
  }

  private static void refuse(Fault fault, Method method, String path, RestCaller caller) {
    fault
        .status()
        .map(code -> fault.refusal(Refusal.usual(code, method.permission(), resource(path))))
        .ifPresent(caller::refuse);
  }

  /** "namespaces/PROJECT/services/NAME", as refusals name it. */
  private static String resource(String path) {
    return path.replaceFirst("^.*/v1/", "");
  }

  /** Each region has a host of its own; the one without a region knows all. */
  private void region(HttpExchange exchange) {
    String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host")).orElse("");
    boolean elsewhere = host.endsWith("-" + HOST) && !host.equals(scenario.region() + "-" + HOST);
    if (elsewhere) {
      String region = host.substring(0, host.length() - HOST.length() - 1);
      throw Refusal.notFound("SERVICE", scenario.service(), region, scenario.project());
    }
  }

  private JsonNode service(String name, Scenario now) {
    if (!name.equals(scenario.service())) {
      throw Refusal.notFound("SERVICE", name, scenario.region(), scenario.project());
    }
    return services.json(now);
  }

  private JsonNode revision(String name) {
    return scenario.revisions().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .map(revisions::json)
        .orElseThrow(
            () -> Refusal.notFound("REVISION", name, scenario.region(), scenario.project()));
  }

  /** The newest first; all, or those of the service that a label selector names. */
  private List<ObjectNode> revisionsOf(String query) {
    boolean others =
        parameter(query, "labelSelector")
            .map(selector -> selector.replace(" ", ""))
            .filter(
                selector -> !selector.equals(KnativeRevision.SERVICE + "=" + scenario.service()))
            .isPresent();
    return others
        ? List.of()
        : scenario.revisions().stream()
            .sorted(Comparator.comparing(ScenarioRevision::deployedAgo))
            .map(revisions::json)
            .toList();
  }

  private static JsonNode list(String kind, List<ObjectNode> items) {
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    list.put("apiVersion", KnativeService.API_VERSION).put("kind", kind);
    list.putObject("metadata");
    list.putArray("items").addAll(items);
    return list;
  }

  /** Takes the traffic of a service as it is wanted, and nothing else. */
  private JsonNode replace(String name, String body) throws JsonProcessingException {
    service(name, live.now());
    List<Scenario.Traffic> wanted = new ArrayList<>();
    JSON.readTree(body).at("/spec/traffic").forEach(share -> wanted.add(share(share)));
    services.requireAddresses(wanted);
    live.order(wanted);
    return services.json(live.now());
  }

  private static Scenario.Traffic share(JsonNode share) {
    return new Scenario.Traffic(
        text(share, "revisionName"), share.path("percent").asInt(), text(share, "tag"));
  }

  private static Optional<String> text(JsonNode node, String key) {
    return Optional.of(node.path(key).asText()).filter(text -> !text.isEmpty());
  }

  private static Optional<String> parameter(String query, String name) {
    return Arrays.stream(query.split("&", -1))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> pair.substring(name.length() + 1))
        .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
        .findFirst();
  }
}

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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
  private final List<RunMethod> methods;

  RunFace(
      LiveScenario live,
      ServiceProto services,
      RevisionProtos revisions,
      JobFace jobs,
      CallLog calls,
      FaultGate gate) {
    this.live = live;
    this.scenario = live.scenario();
    this.services = new KnativeService(scenario, services);
    this.revisions = new KnativeRevision(scenario, revisions);
    this.calls = calls;
    this.gate = gate;
    this.methods = Stream.concat(methods().stream(), jobs.methods().stream()).toList();
  }

  private List<RunMethod> methods() {
    return List.of(
        new RunMethod(
            "GET",
            Pattern.compile(NAMESPACE + "/services/([^/]+)"),
            "namespaces.services.get",
            RunService.GET_SERVICE,
            (path, question) -> service(path.group(2), live.read())),
        new RunMethod(
            "PUT",
            Pattern.compile(NAMESPACE + "/services/([^/]+)"),
            "namespaces.services.replaceService",
            "run.services.update",
            (path, question) -> replace(path.group(2), question.body())),
        new RunMethod(
            "GET",
            Pattern.compile("/v1/projects/([^/]+)/locations/([^/]+)/services"),
            "projects.locations.services.list",
            "run.services.list",
            (path, question) ->
                list(
                    KnativeService.API_VERSION, "ServiceList", List.of(services.json(live.now())))),
        new RunMethod(
            "GET",
            Pattern.compile(NAMESPACE + "/revisions/([^/]+)"),
            "namespaces.revisions.get",
            RunService.GET_REVISION,
            (path, question) -> revision(path.group(2))),
        new RunMethod(
            "GET",
            Pattern.compile(NAMESPACE + "/revisions"),
            "namespaces.revisions.list",
            RunService.LIST_REVISIONS,
            (path, question) ->
                list(KnativeService.API_VERSION, "RevisionList", revisionsOf(question))));
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    RestCaller caller = new RestCaller(exchange);
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
    String path = exchange.getRequestURI().getPath();
    Optional<RunMethod> method =
        methods.stream().filter(each -> each.fits(exchange.getRequestMethod(), path)).findFirst();
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
    RunMethod.Question question =
        new RunMethod.Question(query, new String(body, StandardCharsets.UTF_8));
    answer(method.get(), question, caller);
  }

  private void answer(RunMethod method, RunMethod.Question question, RestCaller caller)
      throws IOException {
    String path = caller.exchange().getRequestURI().getPath();
    Matcher names = method.path().matcher(path);
    try {
      if (!names.matches() || !isProject(names.group(1))) {
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

  /** gcloud takes the name from the user, and the number from metadata. */
  private boolean isProject(String named) {
    return named.equals(scenario.project()) || named.equals(Names.number(scenario.project()));
  }

  private static void refuse(Fault fault, RunMethod method, String path, RestCaller caller) {
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
      JobFace.refuse(exchange.getRequestURI().getPath(), region, scenario);
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
  private List<ObjectNode> revisionsOf(RunMethod.Question question) {
    boolean others =
        question
            .parameter("labelSelector")
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

  static JsonNode list(String version, String kind, List<ObjectNode> items) {
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    list.put("apiVersion", version).put("kind", kind);
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
}

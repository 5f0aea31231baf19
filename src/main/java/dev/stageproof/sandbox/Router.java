package dev.stageproof.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the route that answers a request. Safe for use by many threads. */
final class Router {
  private static final Scenario.Route NOT_FOUND =
      new Scenario.Route(
          "GET",
          "",
          404,
          "{\"detail\":\"Not Found\"}",
          Map.of("Content-Type", "application/json"),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private final List<Scenario.Route> routes;
  private final List<AtomicInteger> answered;

  Router(List<Scenario.Route> routes) {
    this.routes = routes;
    this.answered = Stream.generate(AtomicInteger::new).limit(routes.size()).toList();
  }

  /** The first route that fits and is not used up; "404 Not Found" when there is none. */
  Scenario.Route route(String method, String path, ScenarioRevision revision) {
    String asked = method.equals("HEAD") ? "GET" : method;
    return IntStream.range(0, routes.size())
        .filter(i -> fits(routes.get(i), asked, path, revision))
        .filter(this::usable)
        .mapToObj(routes::get)
        .findFirst()
        .orElse(NOT_FOUND);
  }

  private static boolean fits(
      Scenario.Route route, String method, String path, ScenarioRevision revision) {
    return route.method().equals(method)
        && route.path().equals(path)
        && route.revision().map(revision.name()::equals).orElse(true);
  }

  private boolean usable(int i) {
    int before = answered.get(i).getAndIncrement();
    return routes.get(i).times().map(times -> before < times).orElse(true);
  }
}

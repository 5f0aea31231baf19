package dev.stageproof.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the revisions' containers answer. Safe for use by many threads. */
final class Container {
  private final Router router;
  private final HealthService health;
  private final List<ScenarioSocket> sockets;

  /** An answer, and how long it takes. */
  record Answer(Reply reply, Optional<Duration> delay) {

    static Answer of(Scenario.Route route) {
      return new Answer(Reply.of(route), route.delay());
    }
  }

  Container(Scenario scenario) {
    router = new Router(scenario.routes());
    health = new HealthService(scenario.health());
    sockets = scenario.sockets();
  }

  /** Where a request to upgrade leads; empty for any other request. */
  Optional<ScenarioSocket> socket(Visitor visitor, ScenarioRevision revision) {
    boolean upgrade =
        visitor.method().equals("GET")
            && visitor.header("Upgrade").filter("websocket"::equalsIgnoreCase).isPresent();
    return sockets.stream()
        .filter(socket -> upgrade && socket.path().equals(visitor.path()))
        .filter(socket -> socket.revision().map(revision.name()::equals).orElse(true))
        .findFirst();
  }

  /** The answer to any other request. */
  Answer answer(Visitor visitor, ScenarioRevision revision) {
    return health
        .answer(visitor, revision)
        .map(reply -> new Answer(reply, Optional.empty()))
        .orElseGet(() -> Answer.of(router.route(visitor.method(), visitor.path(), revision)));
  }
}

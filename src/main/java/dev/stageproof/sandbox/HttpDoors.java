package dev.stageproof.sandbox;

import dev.stageproof.sandbox.ServiceProto.Addresses;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The addresses of the staged service: one that splits traffic, and one for each tag. */
final class HttpDoors implements AutoCloseable {
  private final Scenario scenario;
  private final HttpDoor main;
  private final Map<Scenario.Traffic, HttpDoor> tagged = new LinkedHashMap<>();

  private HttpDoors(Scenario scenario, HttpDoor main) {
    this.scenario = scenario;
    this.main = main;
  }

  /**
   * Takes the addresses; requests wait until {@link #open}.
   *
   * @param port of the service's own address; tags get free ones
   * @param threads daemon threads
   * @throws IOException when an address can't be had; then none is kept
   */
  static HttpDoors at(Scenario scenario, int port, Executor threads) throws IOException {
    HttpDoors doors = new HttpDoors(scenario, HttpDoor.at(Sandbox.address(port), threads));
    try {
      for (Scenario.Traffic share : scenario.traffic()) {
        if (share.tag().isPresent()) {
          doors.tagged.put(share, HttpDoor.at(Sandbox.address(0), threads));
        }
      }
      return doors;
    } catch (IOException e) {
      doors.close();
      throw e;
    }
  }

  Addresses addresses() {
    return new Addresses(
        main.url(),
        tagged.entrySet().stream()
            .collect(
                Collectors.toMap(
                    each -> each.getKey().tag().orElseThrow(), each -> each.getValue().url())));
  }

  void open(StagedService service) {
    open(main, service, new TrafficSplit(scenario)::next);
    tagged.forEach((share, door) -> open(door, service, () -> scenario.target(share)));
  }

  /**
   * @param revisions the revision that answers the next request
   */
  private static void open(
      HttpDoor door, StagedService service, Supplier<ScenarioRevision> revisions) {
    door.open(exchange -> service.answer(exchange, door.url(), revisions.get()));
  }

  @Override
  public void close() {
    main.close();
    tagged.values().forEach(HttpDoor::close);
  }
}

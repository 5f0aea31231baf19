package dev.stageproof.sandbox;

import dev.stageproof.sandbox.ServiceProto.Addresses;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The addresses of the staged service: one that splits traffic, and one for each tag. */
final class HttpDoors implements AutoCloseable {
  private final HttpDoor main;
  private final Map<String, HttpDoor> tagged = new LinkedHashMap<>();

  private HttpDoors(HttpDoor main) {
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
    HttpDoors doors = new HttpDoors(HttpDoor.at(Sandbox.address(port), threads));
    try {
      for (String tag : tags(scenario)) {
        doors.tagged.put(tag, HttpDoor.at(Sandbox.address(0), threads));
      }
      return doors;
    } catch (IOException e) {
      doors.close();
      throw e;
    }
  }

  /** All that a tag has at some time. */
  private static List<String> tags(Scenario scenario) {
    return Stream.concat(
            scenario.traffic().stream(),
            scenario.changes().stream().flatMap(change -> change.traffic().stream()))
        .flatMap(share -> share.tag().stream())
        .distinct()
        .toList();
  }

  Addresses addresses() {
    return new Addresses(
        main.url(),
        tagged.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().url())));
  }

  void open(StagedService service, LiveScenario live) {
    TrafficSplit split = new TrafficSplit(live);
    open(main, service, () -> Optional.of(split.next()));
    tagged.forEach((tag, door) -> open(door, service, () -> tagged(tag, live.now())));
  }

  /** Empty while the tag points nowhere. */
  private static Optional<ScenarioRevision> tagged(String tag, Scenario now) {
    return now.traffic().stream()
        .filter(share -> share.tag().equals(Optional.of(tag)))
        .findFirst()
        .map(now::target);
  }

  /**
   * @param revisions the revision that answers the next request; empty when there is none
   */
  private static void open(
      HttpDoor door, StagedService service, Supplier<Optional<ScenarioRevision>> revisions) {
    door.open(exchange -> service.answer(exchange, door.url(), revisions.get()));
  }

  @Override
  public void close() {
    main.close();
    tagged.values().forEach(HttpDoor::close);
  }
}

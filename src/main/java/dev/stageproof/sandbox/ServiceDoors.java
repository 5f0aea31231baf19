package dev.stageproof.sandbox;

import dev.stageproof.sandbox.ServiceProto.Addresses;
import io.grpc.netty.shaded.io.netty.channel.nio.NioEventLoopGroup;
import io.grpc.netty.shaded.io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The addresses of the staged service: one that splits traffic, and one for each tag. */
final class ServiceDoors implements AutoCloseable {
  private static final long CLOSE_MILLIS = 200;

  private final NioEventLoopGroup loop =
      new NioEventLoopGroup(1, new DefaultThreadFactory("sandbox-http", true));
  private final ServiceDoor main;
  private final Map<String, ServiceDoor> tagged = new LinkedHashMap<>();

  private ServiceDoors(int port) throws IOException {
    try {
      main = ServiceDoor.at(Sandbox.address(port), loop);
    } catch (IOException e) {
      end();
      throw e;
    }
  }

  /**
   * Takes the addresses; requests wait until {@link #open}.
   *
   * @param port of the service's own address; tags get free ones
   * @throws IOException when an address can't be had; then none is kept
   */
  static ServiceDoors at(Scenario scenario, int port) throws IOException {
    ServiceDoors doors = new ServiceDoors(port);
    try {
      for (String tag : tags(scenario)) {
        doors.tagged.put(tag, ServiceDoor.at(Sandbox.address(0), doors.loop));
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
      ServiceDoor door, StagedService service, Supplier<Optional<ScenarioRevision>> revisions) {
    door.open(visitor -> service.answer(visitor, door.url(), revisions.get()));
  }

  @Override
  public void close() {
    main.close();
    tagged.values().forEach(ServiceDoor::close);
    end();
  }

  private void end() {
    loop.shutdownGracefully(0, CLOSE_MILLIS, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(CLOSE_MILLIS);
  }
}

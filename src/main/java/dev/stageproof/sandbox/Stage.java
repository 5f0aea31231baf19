package dev.stageproof.sandbox;

import dev.stageproof.sandbox.ServiceProto.Addresses;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** The running parts of a sandbox, and how they are put together. */
final class Stage implements AutoCloseable {
  private static final int THREADS = 4;

  private final CallLog calls;
  private final HttpDoors doors;
  private final HttpDoor rest;
  private final GrpcServer grpc;
  private final Opened opened;

  private Stage(Scenario scenario, Clock clock, Ports ports, Opened opened) throws IOException {
    this.opened = opened;
    calls = new CallLog(clock);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS, Stage::daemonThread);
    opened.closing(threads::shutdownNow);
    doors = HttpDoors.at(scenario, ports.http(), threads);
    opened.closing(doors::close);
    rest = HttpDoor.at(Sandbox.address(ports.rest()), threads);
    opened.closing(rest::close);
    Instant start = clock.instant();
    FaultGate gate = new FaultGate(scenario.faults());
    EntryWriter writer = new EntryWriter(scenario);
    RequestEntries requests = new RequestEntries(writer, doors.addresses().service());
    LogStore store = new LogStore(clock, new SeededLog(scenario, start, writer, requests));
    LoggingService logging = new LoggingService(scenario, store);
    RunService run = run(scenario, start, doors.addresses());
    List<Rpc<?, ?>> rpcs = Stream.concat(logging.rpcs().stream(), run.rpcs().stream()).toList();
    grpc = GrpcServer.start(Sandbox.address(ports.grpc()), rpcs, calls, gate);
    opened.closing(grpc::close);
    Router router = new Router(scenario.routes());
    doors.open(new StagedService(clock, router, requests, store, calls, gate, threads));
    rest.open(new RestFace(logging.restMethods(), calls, gate));
  }

  /**
   * Puts everything together and opens it.
   *
   * @throws IOException when a port can't be had; then nothing is left open
   */
  static Stage open(Scenario scenario, Clock clock, Ports ports) throws IOException {
    Opened opened = new Opened();
    try {
      return new Stage(scenario, clock, ports, opened);
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private static RunService run(Scenario scenario, Instant start, Addresses addresses) {
    RevisionProtos revisions = new RevisionProtos(scenario, start);
    return new RunService(scenario, new ServiceProto(scenario, revisions, addresses), revisions);
  }

  private static Thread daemonThread(Runnable task) {
    Thread thread = new Thread(task, "sandbox-http");
    thread.setDaemon(true);
    return thread;
  }

  String serviceUrl() {
    return doors.addresses().service();
  }

  String apiUrl() {
    return Sandbox.url(grpc.port());
  }

  String restUrl() {
    return rest.url();
  }

  CallLog calls() {
    return calls;
  }

  @Override
  public void close() {
    opened.close();
  }
}

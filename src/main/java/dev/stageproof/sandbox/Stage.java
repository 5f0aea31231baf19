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
  private final GrpcServer grpc;
  private final ExecutorService threads;

  private Stage(CallLog calls, HttpDoors doors, GrpcServer grpc, ExecutorService threads) {
    this.calls = calls;
    this.doors = doors;
    this.grpc = grpc;
    this.threads = threads;
  }

  /**
   * Puts everything together and opens it.
   *
   * @throws IOException when a port can't be had; then nothing is left open
   */
  static Stage open(Scenario scenario, Clock clock, Ports ports) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS, Stage::daemonThread);
    try {
      return open(scenario, clock, ports, threads);
    } catch (IOException | RuntimeException e) {
      threads.shutdownNow();
      throw e;
    }
  }

  private static Stage open(Scenario scenario, Clock clock, Ports ports, ExecutorService threads)
      throws IOException {
    HttpDoors doors = HttpDoors.at(scenario, ports.http(), threads);
    try {
      return open(scenario, clock, ports, doors, threads);
    } catch (IOException | RuntimeException e) {
      doors.close();
      throw e;
    }
  }

  private static Stage open(
      Scenario scenario, Clock clock, Ports ports, HttpDoors doors, ExecutorService threads)
      throws IOException {
    Instant start = clock.instant();
    CallLog calls = new CallLog(clock);
    FaultGate gate = new FaultGate(scenario.faults());
    EntryWriter writer = new EntryWriter(scenario);
    RequestEntries requests = new RequestEntries(writer, doors.addresses().service());
    LogStore store = new LogStore(clock, new SeededLog(scenario, start, writer, requests));
    Router router = new Router(scenario.routes());
    GrpcServer grpc =
        GrpcServer.start(
            Sandbox.address(ports.grpc()),
            rpcs(scenario, start, doors.addresses(), store),
            calls,
            gate);
    doors.open(new StagedService(clock, router, requests, store, calls, gate, threads));
    return new Stage(calls, doors, grpc, threads);
  }

  private static List<Rpc<?, ?>> rpcs(
      Scenario scenario, Instant start, Addresses addresses, LogStore store) {
    RevisionProtos revisions = new RevisionProtos(scenario, start);
    ServiceProto service = new ServiceProto(scenario, revisions, addresses);
    return Stream.concat(
            new LoggingService(scenario, store).rpcs().stream(),
            new RunService(scenario, service, revisions).rpcs().stream())
        .toList();
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

  CallLog calls() {
    return calls;
  }

  @Override
  public void close() {
    doors.close();
    threads.shutdownNow();
    grpc.close();
  }
}

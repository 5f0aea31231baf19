package dev.stageproof.sandbox;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** The running parts of a sandbox, and how they are put together. */
final class Stage implements AutoCloseable {
  private static final int THREADS = 4;

  private final CallLog calls;
  private final ServiceDoors doors;
  private final HttpDoor rest;
  private final Optional<HttpDoor> metadata;
  private final GrpcServer grpc;
  private final JobStore jobStore;
  private final Opened opened;

  private Stage(Scenario scenario, Clock clock, Ports ports, Programs programs, Opened opened)
      throws IOException {
    this.opened = opened;
    calls = new CallLog(clock);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS, Stage::daemonThread);
    opened.closing(threads::shutdownNow);
    doors = ServiceDoors.at(scenario, ports.http());
    opened.closing(doors::close);
    rest = door(ports.rest(), threads);
    metadata = scenario.isPrivate() ? Optional.of(door(0, threads)) : Optional.empty();
    String serviceUrl = doors.addresses().service();
    LiveScenario live = new LiveScenario(scenario, clock);
    FaultGate gate = new FaultGate(scenario.faults());
    EntryWriter writer = new EntryWriter(scenario);
    RequestEntries requests = new RequestEntries(writer, serviceUrl);
    LogStore store = new LogStore(clock, new SeededLog(scenario, live.start(), writer, requests));
    LoggingService logging = new LoggingService(scenario, store);
    RevisionProtos revisions = new RevisionProtos(scenario, live.start());
    ServiceProto services = new ServiceProto(revisions, doors.addresses());
    RunService run = new RunService(live, services, revisions);
    jobStore = new JobStore(scenario, clock, store);
    opened.closing(jobStore::close);
    JobsService jobs = new JobsService(scenario, jobStore, programs);
    ExecutionsService executions = new ExecutionsService(jobStore, jobs);
    List<Rpc<?, ?>> rpcs =
        Stream.of(logging.rpcs(), run.rpcs(), jobs.rpcs(), executions.rpcs())
            .flatMap(List::stream)
            .toList();
    grpc = GrpcServer.start(Sandbox.address(ports.grpc()), rpcs, calls, gate);
    opened.closing(grpc::close);
    Optional<IdTokens> tokens = metadata.map(door -> new IdTokens(clock, caller(scenario)));
    FrontEnd front = new FrontEnd(scenario, serviceUrl, tokens);
    Container container = new Container(scenario);
    RequestLog log = new RequestLog(clock, requests, store);
    doors.open(new StagedService(clock, container, log, calls, gate, front), live);
    Optional<MetadataServer> server =
        tokens.map(known -> new MetadataServer(scenario, known, calls, gate));
    metadata.ifPresent(door -> door.open(server.get()));
    rest.open(
        new RestDoor(
            new RestFace(logging.restMethods(), calls, gate),
            new RunFace(
                live, services, revisions, new JobFace(scenario, jobStore, jobs), calls, gate),
            server));
  }

  private HttpDoor door(int port, Executor threads) throws IOException {
    HttpDoor door = HttpDoor.at(Sandbox.address(port), threads);
    opened.closing(door::close);
    return door;
  }

  /** The account that callers of a private service run as. */
  private static String caller(Scenario scenario) {
    return "stageproof@" + scenario.project() + ".iam.gserviceaccount.com";
  }

  /**
   * Puts everything together and opens it.
   *
   * @throws IOException when a port can't be had; then nothing is left open
   */
  static Stage open(Scenario scenario, Clock clock, Ports ports, Programs programs)
      throws IOException {
    Opened opened = new Opened();
    try {
      return new Stage(scenario, clock, ports, programs, opened);
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
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

  Optional<String> metadataUrl() {
    return metadata.map(HttpDoor::url);
  }

  Map<String, String> tagUrls() {
    return doors.addresses().tags();
  }

  List<String> jobs() {
    return jobStore.all().map(StagedJob::shortName).toList();
  }

  CallLog calls() {
    return calls;
  }

  @Override
  public void close() {
    opened.close();
  }
}

package dev.stageproof.sandbox;

import com.google.cloud.run.v2.Job;
import com.google.longrunning.Operation;
import com.google.protobuf.Any;
import com.google.protobuf.Message;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The jobs that callers have created, and the operations on them. Safe for use by many threads. */
final class JobStore {
  private final Scenario scenario;
  private final Clock clock;
  private final LogStore log;
  private final Map<String, StagedJob> jobs = new ConcurrentSkipListMap<>();
  private final Map<String, Supplier<Operation>> operations = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private final Queue<JobRun> started = new ConcurrentLinkedQueue<>();

  JobStore(Scenario scenario, Clock clock, LogStore log) {
    this.scenario = scenario;
    this.clock = clock;
    this.log = log;
  }

  /** False when there is one of that name already. */
  boolean create(StagedJob job) {
    return jobs.putIfAbsent(job.name(), job) == null;
  }

  StagedJob staged(Job asked, String name) {
    return StagedJob.of(asked, name, clock.instant());
  }

  Optional<StagedJob> find(String name) {
    return Optional.ofNullable(jobs.get(name));
  }

  Stream<StagedJob> all() {
    return jobs.values().stream();
  }

  void replace(StagedJob job, Job asked) {
    job.replace(asked, clock.instant());
  }

  void delete(StagedJob job) {
    jobs.remove(job.name());
  }

  /** Starts the job's command. */
  StagedExecution run(StagedJob staged, Job job) {
    String name = job.getName().substring(job.getName().lastIndexOf('/') + 1);
    String execution = name + "-" + EntryWriter.hex(job.getName() + staged.count(), 5);
    JobEntries entries = new JobEntries(scenario, clock, log, name, execution);
    Map<String, String> platform =
        Map.of(
            "CLOUD_RUN_JOB", name,
            "CLOUD_RUN_EXECUTION", execution,
            "CLOUD_RUN_TASK_INDEX", "0",
            "CLOUD_RUN_TASK_ATTEMPT", "0",
            "CLOUD_RUN_TASK_COUNT", "1");
    JobRun run = JobRun.start(job.getTemplate().getTemplate(), entries, clock, platform);
    started.add(run);
    StagedExecution begun =
        new StagedExecution(job, job.getName() + "/executions/" + execution, run);
    staged.add(begun);
    return begun;
  }

  /**
   * An operation that has just begun.
   *
   * @param result what it comes to; empty while it goes on
   */
  Operation begin(Message resource, Supplier<Optional<? extends Message>> result) {
    String name = Names.parent(scenario) + "/operations/" + Names.uid("operation " + numbers.get());
    numbers.incrementAndGet();
    Operation begun = Operation.newBuilder().setName(name).setMetadata(Any.pack(resource)).build();
    operations.put(
        name,
        () ->
            result
                .get()
                .map(done -> begun.toBuilder().setDone(true).setResponse(Any.pack(done)).build())
                .orElse(begun));
    return begun;
  }

  Optional<Operation> operation(String name) {
    return Optional.ofNullable(operations.get(name)).map(Supplier::get);
  }

  /** Ends every program, those of deleted executions as well; nothing outlives this. */
  void close() {
    started.forEach(JobRun::cancel);
    started.forEach(JobRun::close);
  }
}

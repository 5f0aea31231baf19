package dev.stageproof.probes.testrun;

import dev.stageproof.observe.ProcessObservation;
import dev.stageproof.observe.TestRunObservation;
import dev.stageproof.observe.TestRunObservation.Report;
import dev.stageproof.observe.TestRunRequest;
import dev.stageproof.probes.process.ProcessProbe;
import dev.stageproof.spi.Probe;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the reports of tests. With a program, only what changed while it ran counts: whatever the
 * clocks say, a report of an earlier run is the same file before and after.
 */
public final class TestRunProbe implements Probe<TestRunRequest, TestRunObservation> {

  private final ProcessProbe processes = new ProcessProbe();

  @Override
  public Class<TestRunRequest> requestType() {
    return TestRunRequest.class;
  }

  @Override
  public TestRunObservation observe(TestRunRequest request, ProbeContext context)
      throws UnobservedException, InterruptedException {
    ReportFiles files = new ReportFiles(request, new Budget(context));
    if (request.program().isEmpty()) {
      return read(request, Optional.empty(), files.list(), 0, context);
    }
    Map<String, Stamp> before = files.list();
    ProcessObservation program = processes.observe(request.program().get(), context);
    Map<String, Stamp> after = files.list();
    int all = after.size();
    after.entrySet().removeIf(file -> file.getValue().equals(before.get(file.getKey())));
    return read(request, Optional.of(program), after, all - after.size(), context);
  }

  private static TestRunObservation read(
      TestRunRequest request,
      Optional<ProcessObservation> program,
      Map<String, Stamp> files,
      int older,
      ProbeContext context)
      throws UnobservedException, InterruptedException {
    Tally tally = new Tally(request.named());
    ReportReader reader = new ReportReader(tally, new Budget(context));
    List<Report> reports = new ArrayList<>();
    for (Map.Entry<String, Stamp> file : files.entrySet()) {
      Optional<String> trouble = reader.read(file.getValue().file());
      reports.add(new Report(file.getKey(), file.getValue().writtenAt(), trouble));
    }
    return new TestRunObservation(
        program, reports, older, tally.counts(), tally.took(), tally.unsuccessful(), tally.named());
  }
}

package dev.stageproof.checks.pythonimport;

import dev.stageproof.checks.places.JobSettings;
import dev.stageproof.checks.places.Where;
import dev.stageproof.checks.pythonimport.PythonImportSettings.Unwanted;
import dev.stageproof.checks.pythonimport.PythonImportSettings.Wanted;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.ProcessObservation;
import dev.stageproof.observe.ProcessRequest;
import dev.stageproof.observe.Regex;
import dev.stageproof.probes.Deadline;
import dev.stageproof.probes.process.ProcessProbe;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.Observation;
import dev.stageproof.spi.Observations;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Sight;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings in few words, and the check run with a given answer or a real interpreter. */
final class Runs {

  private static final PythonImportCheck CHECK = new PythonImportCheck();

  private Runs() {}

  static Wanted wanted(String module, String name) {
    return wanted(module, name, "", "", "");
  }

  static Wanted wanted(String module, String name, String qualified, String file, String warning) {
    return new Wanted(
        module,
        text(name),
        text(qualified),
        text(file),
        text(warning).map(Regex::parse),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** Each of these may be empty. */
  static Wanted expecting(
      String module, String name, String not, String same, String kind, String... members) {
    return new Wanted(
        module,
        text(name),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        text(not).map(NoWarning::parse),
        text(same).map(OtherName::parse),
        text(kind).map(ObjectKind::valueOf),
        List.of(members));
  }

  static Unwanted unwanted(String module, String name) {
    return new Unwanted(module, text(name));
  }

  private static Optional<String> text(String value) {
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  static PythonImportSettings settings(
      String interpreter, List<Wanted> imports, List<Unwanted> absent) {
    return local(interpreter, List.of("."), Map.of(), imports, absent);
  }

  static PythonImportSettings local(
      String interpreter,
      List<String> path,
      Map<String, String> env,
      List<Wanted> imports,
      List<Unwanted> absent) {
    return new PythonImportSettings(
        Where.LOCAL,
        Optional.empty(),
        JobSettings.usual(),
        interpreter,
        path,
        env,
        imports,
        absent);
  }

  static ProcessRequest plan(PythonImportSettings settings, Path directory) {
    CheckPlan.Ask plan = (CheckPlan.Ask) CHECK.plan(settings, context(directory));
    return (ProcessRequest) plan.requests().get(0);
  }

  static Evaluation given(PythonImportSettings settings, ProcessObservation seen) {
    return CHECK.evaluate(settings, context(Path.of("/app")), only(seen));
  }

  static Evaluation real(PythonImportSettings settings, Path directory) throws Exception {
    ProcessObservation seen = observe(settings, directory);
    return CHECK.evaluate(settings, context(directory), only(seen));
  }

  static ProcessObservation observe(PythonImportSettings settings, Path directory)
      throws Exception {
    return new ProcessProbe()
        .observe(plan(settings, directory), Deadline.in(Duration.ofSeconds(30)));
  }

  static Observations only(Observation seen) {
    return new Observations() {
      @Override
      public <O extends Observation> Sight<O> sight(Request<O> request) {
        return new Sight.Seen<>(request.observationType().cast(seen));
      }
    };
  }

  static CheckContext context(Path directory) {
    return new CheckContext(
        Instant.EPOCH,
        new CheckContext.Unknown(Gap.of(GapReason.UNKNOWN_TARGET, "none", "none")),
        Optional.empty(),
        Optional.empty(),
        directory,
        Duration.ofSeconds(20));
  }
}

package dev.stageproof.formats.prometheus;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Confidence;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Metric;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Verdict;
import dev.stageproof.report.Bearing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The metrics of a run, by name. */
final class RunFamilies {
  private final RunRecord run;
  private final List<Family> families = new ArrayList<>();

  RunFamilies(RunRecord run) {
    this.run = run;
  }

  List<Family> all() {
    ofRun();
    ofVerdict();
    ofChecks();
    families.addAll(measured());
    families.removeIf(Family::empty);
    families.sort(Comparator.comparing(Family::name));
    return families;
  }

  private Family family(String name, String help) {
    Family family = new Family("stageproof_" + name, help);
    families.add(family);
    return family;
  }

  private void ofRun() {
    Map<String, String> info = labels();
    info.put("report", run.reportId());
    info.put("revision", run.identity().map(Identity::revision).orElse(""));
    info.put("digest", run.identity().flatMap(Identity::digest).orElse(""));
    info.put("version", run.toolVersion());
    family("run_info", "What was validated, and the report's id; always 1.").add(info, 1);
    family("run_timestamp_seconds", "When the run began, in seconds since 1970.")
        .add(labels(), seconds(run.startedAt()));
    family("run_duration_seconds", "How long the run took.").add(labels(), seconds(run.took()));
    family("run_partial", "1 when the run was stopped before every check had its say.")
        .add(labels(), run.partial() ? 1 : 0);
  }

  private void ofVerdict() {
    Family verdicts = family("verdict", "The verdict: 1 for the one that holds.");
    for (Verdict verdict : Verdict.values()) {
      verdicts.add(with(labels(), "verdict", verdict), verdict == run.judgment().verdict() ? 1 : 0);
    }
    Confidence.Level level = run.judgment().confidence().level();
    Family levels = family("confidence", "The confidence: 1 for the level that holds.");
    for (Confidence.Level each : Confidence.Level.values()) {
      levels.add(with(labels(), "confidence", each), each == level ? 1 : 0);
    }
  }

  private void ofChecks() {
    Family outcomes = family("check_outcome", "A check's outcome: 1 for the one that holds.");
    Family holding =
        family("check_holds_verdict_up", "1 when the check's finding counts against the verdict.");
    Family lengths = family("check_duration_seconds", "How long all attempts of a check took.");
    for (CheckResult check : run.checks()) {
      for (Outcome outcome : Outcome.values()) {
        outcomes.add(with(labels(check), "outcome", outcome), outcome == check.outcome() ? 1 : 0);
      }
      holding.add(labels(check), Bearing.of(check, run).counts() ? 1 : 0);
      lengths.add(labels(check), seconds(check.took()));
    }
  }

  private List<Family> measured() {
    Map<BaseUnit, Family> byUnit = new LinkedHashMap<>();
    for (BaseUnit unit : BaseUnit.values()) {
      String name = "stageproof_check_measured" + unit.suffix();
      byUnit.put(unit, new Family(name, "What a check measured, by name; " + unit.words() + "."));
    }
    for (CheckResult check : run.checks()) {
      for (Metric metric : check.evaluation().map(it -> it.metrics()).orElse(List.of())) {
        Map<String, String> labels = labels(check);
        labels.put("measure", metric.name());
        byUnit.get(BaseUnit.of(metric.unit())).add(labels, BaseUnit.value(metric));
      }
    }
    return List.copyOf(byUnit.values());
  }

  private Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("project", run.identity().map(Identity::project).orElse(""));
    labels.put("region", run.identity().map(Identity::region).orElse(""));
    labels.put("service", run.identity().map(Identity::service).orElse(""));
    return labels;
  }

  private Map<String, String> labels(CheckResult check) {
    Map<String, String> labels = labels();
    labels.put("check", check.id());
    labels.put("type", check.type());
    labels.put("severity", check.severity().name().toLowerCase(Locale.ROOT));
    return labels;
  }

  private static Map<String, String> with(Map<String, String> labels, String name, Enum<?> value) {
    labels.put(name, value.name());
    return labels;
  }

  private static double seconds(Instant instant) {
    return instant.toEpochMilli() / 1e3;
  }

  private static double seconds(Duration length) {
    return length.toMillis() / 1e3;
  }
}

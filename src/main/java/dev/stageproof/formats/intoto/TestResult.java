package dev.stageproof.formats.intoto;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Verdict;
import dev.stageproof.report.Bearing;
import dev.stageproof.report.ForeignText;
import dev.stageproof.shape.Digests;
import dev.stageproof.shape.JsonTrees;
import dev.stageproof.shape.Trees;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The predicate: what was asked, what passed, and what did not. */
final class TestResult {

  /** What the configuration alone decides about a check. */
  private static final List<String> ASKED =
      List.of("id", "type", "title", "severity", "tags", "settings", "onNoData");

  private final RunRecord run;

  private TestResult(RunRecord run) {
    this.run = run;
  }

  static Map<String, Object> of(RunRecord run) {
    return new TestResult(run).tree();
  }

  private Map<String, Object> tree() {
    List<String> warned = ids(this::warns);
    Map<String, Object> tree = new TreeMap<>();
    tree.put("result", result(run.judgment().verdict(), !warned.isEmpty()));
    tree.put("configuration", List.of(checks().tree(), record().tree()));
    tree.put("passedTests", ids(check -> kind(check) == Bearing.Kind.PASSED && !check.flaky()));
    tree.put("warnedTests", warned);
    tree.put("failedTests", ids(check -> Bearing.of(check, run).counts()));
    return tree;
  }

  static String result(Verdict verdict, boolean warned) {
    return switch (verdict) {
      case PASS -> warned ? "WARNED" : "PASSED";
      case FAIL, INCONCLUSIVE -> "FAILED";
    };
  }

  private boolean warns(CheckResult check) {
    return kind(check) == Bearing.Kind.TOLERATED || check.flaky();
  }

  private Bearing.Kind kind(CheckResult check) {
    return Bearing.of(check, run).kind();
  }

  private List<String> ids(Predicate<CheckResult> wanted) {
    return run.checks().stream().filter(wanted).map(check -> ForeignText.line(check.id())).toList();
  }

  /** The same for every run of the same checks, so that a policy can ask for just these. */
  private Resource checks() {
    List<Map<String, Object>> asked = run.checks().stream().map(TestResult::asked).toList();
    return new Resource("checks", Digests.ofTree(Map.of("checks", asked)));
  }

  private static Map<String, Object> asked(CheckResult check) {
    Map<String, Object> tree = new TreeMap<>(Trees.of(check));
    tree.keySet().retainAll(ASKED);
    return tree;
  }

  /** The digest of the record's file, as {@code -o json=PATH} writes it. */
  private Resource record() {
    String name = ForeignText.line(run.reportId()) + ".json";
    return new Resource(name, Digests.ofText(JsonTrees.printed(Trees.of(run))));
  }
}

package dev.stageproof.report;

import static dev.stageproof.report.SampleCheck.check;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Metric;
import dev.stageproof.model.Unit;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckViewTest {
  private static final Duration SHORT = Duration.ofMillis(1);

  @Test
  void onlyComparisonStandsBesideTheHeadlineInsteadOfATable() {
    CheckView view = view("1 of 9 lines", Assertion.of("hits", "at least 1", "1 of 9", true));

    assertThat(view.expected()).contains("hits: at least 1");
    assertThat(view.assertions()).isEmpty();
  }

  @Test
  void headlineThatTellsTheComparisonIsNotRepeated() {
    assertThat(view("503, expected 200", Assertion.of("status", "200", "503", false)).expected())
        .isEmpty();
  }

  @Test
  void whatTheHeadlineDoesNotTellIsAdded() {
    assertThat(view("down", Assertion.of("status", "200", "503", false)).expected())
        .contains("status: 200, seen 503");
  }

  @Test
  void severalComparisonsStandInATable() {
    Assertion status = Assertion.of("status", "200", "503", false);
    CheckView view = view("503", status, Assertion.of("body", "ok", "ok", true));

    assertThat(view.expected()).isEmpty();
    assertThat(view.assertions()).hasSize(2);
  }

  @Test
  void numbersThatAComparisonOrTheReadTellsAreNotMeasuredAgain() {
    CheckView view = Views.check(SampleLogs.compared(), "dup-warnings");

    assertThat(view.facts()).extracting(Fact::name).containsExactly("Log read");
    assertThat(view.metrics()).isEmpty();
  }

  @Test
  void boundThatNoComparisonShowsStandsInATableAndTheRestInALine() {
    CheckView view = Views.check(SampleLogs.compared(), "connections");

    assertThat(view.metrics())
        .extracting(Measure::name, Measure::value, Measure::bound, Measure::result)
        .containsExactly(tuple("connections p99", "22", "at most 25", "✅ PASS"));
    assertThat(view.facts()).contains(Fact.text("Measured", "connections max 22"));
  }

  @Test
  void sameValueAgainstAnotherBoundIsShown() {
    Evaluation seen =
        Evaluation.of("22", List.of(Assertion.of("mean", "at most 30", "22", true)))
            .withMetrics(List.of(Metric.bounded("p99", 22, Unit.COUNT, "at most 25", true)));

    assertThat(viewOf(seen).metrics()).extracting(Measure::name).containsExactly("p99");
  }

  @Test
  void longCommandsAreFoldedAndStayWhole() {
    String command = "gcloud logging read '" + "x".repeat(200) + "'";
    var longOnes = check("a", "log-pattern", "A").group("G").repeat("curl x", command);
    var shortOne = check("b", "http", "B").group("G").repeat("curl x");

    assertThat(Views.check(Views.runOf(longOnes, shortOne), "a").repeat())
        .contains(new Commands("curl x\n" + command, true));
    assertThat(Views.check(Views.runOf(longOnes, shortOne), "b").repeat())
        .contains(new Commands("curl x", false));
  }

  @Test
  void excerptIsCalledWhatItIs() {
    assertThat(Views.check(SampleLogs.compared(), "id-manager").proof())
        .isEqualTo("Positive indicator");
    assertThat(Views.check(SampleLogs.compared(), "no-warnings").proof())
        .isEqualTo("Expected noise");
    assertThat(Views.check(SampleLogs.compared(), "health").proof()).isEqualTo("Excerpt");
  }

  @Test
  void newSignaturesComeFirstByWeightAndLongListsAreFolded() {
    Signatures signatures =
        Views.check(SampleLogs.compared(), "novelty").signatures().orElseThrow();

    assertThat(signatures.tally()).isEqualTo("12 new, 1 gone, 1 known");
    assertThat(signatures.shown()).hasSize(10);
    assertThat(signatures.shown().get(0).severity()).isEqualTo("ERROR");
    assertThat(signatures.shown().get(1).text()).isEqualTo("new line 11");
    assertThat(signatures.rest()).isEqualTo("4 more: 2 new, 1 gone, 1 known");
    assertThat(signatures.folded())
        .extracting(row -> row.mark() + " " + row.change() + " " + row.perRequest())
        .containsExactly(
            "🆕 new none served", "🆕 new none served", "➖ gone 0.015", "▫️ known none served");
  }

  @Test
  void everyNewSignatureThatIsShownHasOneLine() {
    Signatures signatures =
        Views.check(SampleLogs.compared(), "novelty").signatures().orElseThrow();

    assertThat(Views.check(SampleLogs.compared(), "novelty").excerpts()).isEmpty();
    assertThat(signatures.examples()).hasSize(1);
    assertThat(signatures.examples().get(0).text().lines())
        .hasSize(10)
        .first()
        .isEqualTo("12:24:50.783 ERROR Cloud SQL connection to <path> timed out after 8 s");
  }

  private static CheckView view(String headline, Assertion... assertions) {
    return viewOf(Evaluation.of(headline, List.of(assertions)));
  }

  private static CheckView viewOf(Evaluation seen) {
    return Views.check(Views.runOf(check("a", "http", "A").group("G").attempt(SHORT, seen)), "a");
  }
}

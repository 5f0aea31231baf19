package dev.stageproof.checks.pythonimport;

import static dev.stageproof.checks.pythonimport.Runs.expecting;
import static dev.stageproof.checks.pythonimport.Runs.settings;
import static dev.stageproof.checks.pythonimport.Runs.unwanted;
import static dev.stageproof.checks.pythonimport.Runs.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.observe.ProcessObservation;
import dev.stageproof.observe.ProcessRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The check as a function; no interpreter is needed. */
class PythonImportCheckTest {

  private static final PythonImportSettings ONE =
      settings("python3", List.of(wanted("a.b", "C")), List.of());

  @Test
  void asksForOneProcessThatImportsEverything() {
    PythonImportSettings settings =
        Runs.local(
            "../venv/bin/python",
            List.of("src"),
            Map.of("MODE", "x"),
            List.of(wanted("a.b", "C")),
            List.of(unwanted("a.ü", "")));

    ProcessRequest request = Runs.plan(settings, Path.of("/app/config"));

    assertThat(request.argv())
        .containsExactly(
            "/app/config/../venv/bin/python",
            "-B",
            "-",
            "{\"path\":[\"src\"],\"imports\":[{\"module\":\"a.b\",\"name\":\"C\"}],"
                + "\"absent\":[{\"module\":\"a.\\u00FC\",\"name\":null}]}");
    assertThat(
            Runs.plan(
                    settings("python3", List.of(expecting("a", "", "", "b:C", "")), List.of()),
                    Path.of("/app"))
                .argv())
        .contains(
            "{\"path\":[\".\"],\"imports\":[{\"module\":\"a\",\"name\":null,\"sameAs\":"
                + "{\"module\":\"b\",\"name\":\"C\"}}],\"absent\":[]}");
    assertThat(request.stdin().orElseThrow()).startsWith("\"\"\"Imports what it is told to");
    assertThat(request.directory()).isEqualTo("/app/config");
    assertThat(request.environment()).containsExactly(Map.entry("MODE", "x"));
    assertThat(request.executes()).isTrue();
  }

  @Test
  void theScriptIsAsciiSoThatEveryLocaleReadsIt() {
    assertThat(Runs.plan(ONE, Path.of("/app")).stdin().orElseThrow()).matches("\\p{ASCII}+");
  }

  @Test
  void aCrashIsInconclusiveWithItsLastWords() {
    Evaluation result = Runs.given(ONE, ended(139, "", "warming up\nSegmentation fault\n"));

    assertThat(result.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(result.headline())
        .isEqualTo("`python3` ended with exit code 139 and gave no answer: Segmentation fault");
  }

  @Test
  void silenceIsInconclusive() {
    Evaluation result = Runs.given(ONE, ended(0, "hello", ""));

    assertThat(result.assertions())
        .containsExactly(
            Assertion.unsettled(
                "interpreter",
                "Python 3.6 or newer",
                "`python3` ended with exit code 0 and gave no answer",
                "Run the command that repeats the check; if the program is no Python, change"
                    + " `interpreter`."));
  }

  @Test
  void anAnswerCutOffIsInconclusive() {
    assertThat(Runs.given(ONE, answer("{\"python\":\"3.11.7\",\"imp")).outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(Runs.given(ONE, answer("{\"python\":\"3.11.7\",\"tooOld\":false}")).outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void anOldPythonIsInconclusive() {
    Evaluation result = Runs.given(ONE, answer("{\"python\":\"2.7.18\",\"tooOld\":true}"));

    assertThat(result.assertions())
        .containsExactly(
            Assertion.unsettled(
                "interpreter",
                "Python 3.6 or newer",
                "`python3` is Python 2.7.18",
                "Name a newer Python in `interpreter`."));
  }

  @Test
  void aPatternMatchesTheEndOfAPath() {
    assertThat(new FilePattern("core/manager.py").matches("app/core/manager.py")).isTrue();
    assertThat(new FilePattern("core/manager.py").matches("core/manager.py")).isTrue();
    assertThat(new FilePattern("core/manager.py").matches("app/hardcore/manager.py")).isFalse();
    assertThat(new FilePattern("manager.p").matches("manager.py")).isFalse();
    assertThat(new FilePattern("m*.py").matches("app/manager.py")).isTrue();
    assertThat(new FilePattern("app/*.py").matches("app/core/manager.py")).isFalse();
    assertThat(new FilePattern("app/**.py").matches("app/core/manager.py")).isTrue();
    assertThat(new FilePattern("a.py").matches("aXpy")).isFalse();
  }

  @Test
  void refusesSettingsThatMakeNoSense() {
    assertThatThrownBy(() -> settings("python3", List.of(), List.of()))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage("name at least one module, in `imports` or in `absent`");
    assertThatThrownBy(() -> wanted("a/b.py", ""))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage("a module is written as in an import, a.b.c: `a/b.py`");
    assertThatThrownBy(() -> unwanted("a.b", "C.d"))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage("a name is written as in an import, without dots: `C.d`");
    assertThatThrownBy(() -> expecting("a", "", "", "", "CLASS"))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage("`kind` speaks of a `name` in the module");
    assertThatThrownBy(() -> expecting("a", "", "", "", "", "A"))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage("`members` speaks of a `name` in the module");
    assertThatThrownBy(() -> OtherName.parse("a:b:c"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("`a:b:c` is no module and name: acme.sockets:Manager");
    assertThatThrownBy(() -> settings(" ", List.of(wanted("a", "")), List.of()))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage("`interpreter` names a program, such as python3");
    assertThatThrownBy(
            () ->
                Runs.local(
                    "python3", List.of(), Map.of("A=B", "c"), List.of(wanted("a", "")), List.of()))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage("not a name for a variable: `A=B`");
  }

  @Test
  void isKnownByItsName() {
    PythonImportCheck check = new PythonImportCheck();

    assertThat(check.name()).isEqualTo("python-import");
    assertThat(check.title()).isEqualTo("Python imports");
    assertThat(check.section()).isEqualTo(Section.GROUPS);
    assertThat(check.settingsType()).isEqualTo(PythonImportSettings.class);
  }

  private static ProcessObservation answer(String json) {
    return ended(0, "--- stageproof python-import ---\n" + json + "\n", "");
  }

  private static ProcessObservation ended(int exitCode, String stdout, String stderr) {
    return new ProcessObservation(exitCode, stdout, stderr, false, Duration.ofMillis(80));
  }
}

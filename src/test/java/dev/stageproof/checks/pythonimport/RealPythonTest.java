package dev.stageproof.checks.pythonimport;

import static dev.stageproof.checks.pythonimport.Runs.expecting;
import static dev.stageproof.checks.pythonimport.Runs.settings;
import static dev.stageproof.checks.pythonimport.Runs.unwanted;
import static dev.stageproof.checks.pythonimport.Runs.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stageproof.checks.pythonimport.PythonImportSettings.Unwanted;
import dev.stageproof.checks.pythonimport.PythonImportSettings.Wanted;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Excerpt;
import dev.stageproof.model.Outcome;
import dev.stageproof.observe.ProcessObservation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The check with its probe script in a real interpreter. */
@Timeout(120)
class RealPythonTest {

  private static final String MANAGER = "shop.sockets.manager";

  @TempDir Path folder;

  @BeforeAll
  static void needsPython() throws Exception {
    assumeTrue(pythonIsThere(), "there is no python3 on this machine");
  }

  private static boolean pythonIsThere() throws InterruptedException {
    try {
      Process python =
          new ProcessBuilder("python3", "-c", "import sys; sys.exit(sys.version_info < (3, 7))")
              .start();
      return python.waitFor(30, TimeUnit.SECONDS) && python.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @BeforeEach
  void writePackage() throws IOException {
    write("shop/__init__.py", "");
    write("shop/sockets/__init__.py", "");
    write(
        "shop/sockets/manager.py",
        """
        import warnings

        LIMIT = 3

        class Manager:
            pass

        def connect():
            pass

        def __getattr__(name):
            if name == "OldManager":
                warnings.warn("OldManager goes with Issue #1144", DeprecationWarning, stacklevel=2)
                return Manager
            raise AttributeError(name)
        """);
  }

  @Test
  void passesWhenAllIsAsExpected() throws Exception {
    Evaluation result =
        run(
            List.of(
                wanted(MANAGER, "Manager", MANAGER + ".Manager", "sockets/manager.py", ""),
                wanted(MANAGER, "OldManager", MANAGER + ".Manager", "", "Issue #\\d+"),
                wanted("shop.sockets", "")),
            List.of(unwanted("shop.sockets.manager_factory", ""), unwanted(MANAGER, "Factory")));

    assertThat(result.outcome()).isEqualTo(Outcome.PASS);
    assertThat(result.headline()).matches("3 of 3 import, 2 of 2 absent, Python 3\\.\\d+\\.\\d+");
    assertThat(result.assertions())
        .containsExactly(
            Assertion.of(
                "from shop.sockets.manager import Manager",
                "imports",
                "class shop.sockets.manager.Manager in shop/sockets/manager.py",
                true),
            Assertion.of(
                "real name of Manager",
                "shop.sockets.manager.Manager",
                "shop.sockets.manager.Manager",
                true),
            Assertion.of(
                "file of Manager", "…/sockets/manager.py", "shop/sockets/manager.py", true),
            Assertion.of(
                "from shop.sockets.manager import OldManager",
                "imports",
                "class shop.sockets.manager.Manager in shop/sockets/manager.py",
                true),
            Assertion.of(
                "real name of OldManager",
                "shop.sockets.manager.Manager",
                "shop.sockets.manager.Manager",
                true),
            Assertion.of(
                "deprecation of OldManager",
                "a DeprecationWarning that matches Issue #\\d+",
                "OldManager goes with Issue #1144",
                true),
            Assertion.of(
                "import shop.sockets",
                "imports",
                "module shop.sockets in shop/sockets/__init__.py",
                true),
            Assertion.of(
                "import shop.sockets.manager_factory",
                "does not exist",
                "gone: shop.sockets imports; nearest existing name shop.sockets.manager",
                true),
            Assertion.of(
                "from shop.sockets.manager import Factory",
                "does not exist",
                "gone: shop.sockets.manager imports",
                true));
  }

  @Test
  void showsTheImportsAsPythonAndTheWarnings() throws Exception {
    List<Excerpt> excerpts =
        run(List.of(wanted(MANAGER, "OldManager")), List.of(unwanted("shop.gone", ""))).excerpts();

    assertThat(excerpts.get(0).text())
        .isEqualTo(
            """
            from shop.sockets.manager import OldManager  # class shop.sockets.manager.Manager in \
            shop/sockets/manager.py
            # import shop.gone  # ModuleNotFoundError: No module named 'shop.gone'""");
    assertThat(excerpts.get(1))
        .isEqualTo(
            new Excerpt(
                "DeprecationWarning",
                Optional.empty(),
                Optional.of("WARNING"),
                "OldManager goes with Issue #1144"));
  }

  @Test
  void failsOnAMissingModuleAndNamesTheNearest() throws Exception {
    Evaluation result = run(List.of(wanted("shop.sockets.manger", "", "x", "y", "z")), List.of());

    assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(result.assertions().get(0))
        .isEqualTo(
            new Assertion(
                "import shop.sockets.manger",
                "imports",
                "ModuleNotFoundError: No module named 'shop.sockets.manger'",
                Outcome.FAIL,
                Optional.of("Nearest existing name: shop.sockets.manager.")));
    assertThat(result.assertions().subList(1, 4))
        .extracting(Assertion::actual)
        .containsOnly("not imported");
    assertThat(result.headline())
        .contains(
            "; `import shop.sockets.manger`: ModuleNotFoundError: No module named"
                + " 'shop.sockets.manger'");
  }

  @Test
  void failsOnAMissingNameAnotherNameAnotherFileAndNoWarning() throws Exception {
    Evaluation result =
        run(
            List.of(
                wanted(MANAGER, "Manger"),
                wanted(MANAGER, "Manager", "shop.Manager", "core/manager.py", "Issue")),
            List.of());

    assertThat(result.assertions())
        .extracting(Assertion::outcome)
        .containsExactly(Outcome.FAIL, Outcome.PASS, Outcome.FAIL, Outcome.FAIL, Outcome.FAIL);
    assertThat(result.assertions().get(0).settle())
        .contains("Nearest existing name: shop.sockets.manager.Manager.");
    assertThat(result.assertions().get(4).actual()).isEqualTo("no DeprecationWarning");
  }

  @Test
  void failsOnWhatShouldBeGoneAndIsThere() throws Exception {
    Evaluation result =
        run(List.of(), List.of(unwanted(MANAGER, ""), unwanted(MANAGER, "OldManager")));

    assertThat(result.headline()).startsWith("0 of 2 absent, Python 3.");
    assertThat(result.assertions())
        .containsExactly(
            Assertion.of(
                "import shop.sockets.manager",
                "does not exist",
                "module shop.sockets.manager in shop/sockets/manager.py",
                false),
            Assertion.of(
                "from shop.sockets.manager import OldManager",
                "does not exist",
                "class shop.sockets.manager.Manager in shop/sockets/manager.py",
                false));
  }

  @Test
  void aTypingErrorInTheParentIsNoProofOfAbsence() throws Exception {
    Evaluation result = run(List.of(), List.of(unwanted("shop.socket.manager_factory", "")));

    assertThat(result.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(result.assertions())
        .containsExactly(
            Assertion.unsettled(
                "import shop.socket.manager_factory",
                "does not exist",
                "the parent shop.socket does not import, so its absence proves nothing:"
                    + " ModuleNotFoundError: No module named 'shop.socket'",
                "Nearest existing name: shop.sockets. Correct the name, or make shop.socket"
                    + " import."));
  }

  @Test
  void aTypingErrorInTheModuleOfANameIsNoProofEither() throws Exception {
    Evaluation result = run(List.of(), List.of(unwanted("shop.sockets.manger", "Factory")));

    assertThat(result.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(result.assertions().get(0).actual())
        .startsWith(
            "the module shop.sockets.manger does not import, so its absence proves nothing");
  }

  @Test
  void aParentThatFailsToImportIsNoProofOfAbsence() throws Exception {
    write("broken/__init__.py", "raise RuntimeError('no database')");

    Evaluation result = run(List.of(), List.of(unwanted("broken.gone", "")));

    assertThat(result.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(result.assertions().get(0).actual())
        .isEqualTo(
            "the parent broken does not import, so its absence proves nothing:"
                + " RuntimeError: no database (broken/__init__.py:1)");
  }

  @Test
  void aModuleThatIsThereAndFailsIsNotGone() throws Exception {
    write("shop/legacy.py", "import no_such_thing");
    write("shop/plain.py", "raise ImportError('out of order')");

    Evaluation result =
        run(List.of(), List.of(unwanted("shop.legacy", ""), unwanted("shop", "plain")));

    assertThat(result.assertions())
        .extracting(Assertion::actual)
        .containsExactly(
            "it is there, or something that it needs is not: ModuleNotFoundError: No module named"
                + " 'no_such_thing' (shop/legacy.py:1)",
            "it is there, or something that it needs is not: ImportError: out of order"
                + " (shop/plain.py:1)");
    assertThat(result.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void aTopLevelModuleIsGoneOnlyBesideOneThatImports() throws Exception {
    List<Unwanted> absent = List.of(unwanted("shop_legacy", ""));

    assertThat(run(List.of(), absent).assertions())
        .containsExactly(
            Assertion.unsettled(
                "import shop_legacy",
                "does not exist",
                "ModuleNotFoundError: No module named 'shop_legacy'; no other import shows that"
                    + " it would be found",
                "Add a module from the same place to `imports`."));
    assertThat(run(List.of(wanted("shop", "")), absent).outcome()).isEqualTo(Outcome.PASS);
  }

  @Test
  void oneImportDoesNotDisturbAnother() throws Exception {
    write("quits.py", "import sys; sys.exit('bye')");
    write("interrupts.py", "raise KeyboardInterrupt()");

    Evaluation result =
        run(
            List.of(wanted("quits", ""), wanted("interrupts", ""), wanted(MANAGER, "connect")),
            List.of());

    assertThat(result.assertions())
        .extracting(Assertion::actual)
        .containsExactly(
            "SystemExit: bye (quits.py:1)",
            "KeyboardInterrupt (interrupts.py:1)",
            "function shop.sockets.manager.connect in shop/sockets/manager.py");
  }

  @Test
  void chatterDoesNotHideTheAnswer() throws Exception {
    write(
        "chatty.py",
        """
        import os, sys
        print("--- stageproof python-import ---")
        print('{"python": "forged"}')
        os.write(1, b"x" * 600000)
        sys.stdin.read()
        """);

    assertThat(run(List.of(wanted("chatty", "")), List.of()).outcome()).isEqualTo(Outcome.PASS);
  }

  @Test
  void threadsAndExitHandlersDoNotHoldItUp() throws Exception {
    write(
        "lingering.py",
        """
        import atexit, threading
        atexit.register(lambda: threading.Event().wait())
        threading.Thread(target=threading.Event().wait).start()
        """);

    assertThat(run(List.of(wanted("lingering", "")), List.of()).outcome()).isEqualTo(Outcome.PASS);
  }

  @Test
  void anImportThatEndsTheProcessIsInconclusive() throws Exception {
    write(
        "crash.py",
        "import os, sys; print('giving up', file=sys.stderr); sys.stderr.flush(); os._exit(7)");

    Evaluation result = run(List.of(wanted("crash", "")), List.of());

    assertThat(result.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(result.headline())
        .isEqualTo("`python3` ended with exit code 7 and gave no answer: giving up");
  }

  @Test
  void aWarningOfAModuleLoadedEarlierIsToldAgain() throws Exception {
    write(
        "old.py",
        "import warnings\nwarnings.warn('old is going', DeprecationWarning)\nclass A: pass\n");

    Evaluation result =
        run(List.of(wanted("old", ""), wanted("old", "A", "", "", "going")), List.of());

    assertThat(result.outcome()).isEqualTo(Outcome.PASS);
  }

  @Test
  void aWarningOfAnotherKindIsNoDeprecation() throws Exception {
    write("old.py", "import warnings\nwarnings.warn('old is going', UserWarning)\n");

    assertThat(run(List.of(wanted("old", "", "", "", "going")), List.of()).outcome())
        .isEqualTo(Outcome.FAIL);
  }

  @Test
  void anObjectWithoutANameOrFileIsInconclusive() throws Exception {
    Evaluation result =
        run(List.of(wanted(MANAGER, "LIMIT", MANAGER + ".LIMIT", "manager.py", "")), List.of());

    assertThat(result.assertions())
        .extracting(Assertion::outcome)
        .containsExactly(Outcome.PASS, Outcome.INCONCLUSIVE, Outcome.INCONCLUSIVE);
    assertThat(result.assertions().get(1).actual()).isEqualTo("has none: instance of int");
  }

  @Test
  void aMissingFolderOfThePathIsInconclusive() throws Exception {
    PythonImportSettings settings =
        Runs.local(
            "python3",
            List.of(".", "no-such-folder"),
            Map.of(),
            List.of(wanted("shop", "")),
            List.of());

    assertThat(Runs.real(settings, folder).assertions())
        .containsExactly(
            Assertion.unsettled(
                "path",
                "folders that exist",
                "does not exist: no-such-folder",
                "Correct `path`; its folders are seen from the configuration's folder."));
  }

  @Test
  void theFolderItselfCountsOnlyWhenNamed() throws Exception {
    PythonImportSettings settings =
        Runs.local("python3", List.of(), Map.of(), List.of(wanted("shop", "")), List.of());

    assertThat(Runs.real(settings, folder).outcome()).isEqualTo(Outcome.FAIL);
  }

  @Test
  void tellsIdentityKindMembersAndForbiddenWarnings() throws Exception {
    write(
        "shop/__init__.py",
        """
        from enum import Enum
        from shop.sockets.manager import Manager, connect

        class Mode(Enum):
            UNIFIED = 1
            ISOLATED = 2
        """);
    write("shop/copy.py", "class Manager: pass\n");

    Evaluation result =
        run(
            List.of(
                expecting("shop", "Manager", "any", MANAGER + ":Manager", "CLASS"),
                expecting("shop", "Manager", "", "shop.copy:Manager", "FUNCTION"),
                expecting("shop", "connect", "", "shop.none", "CALLABLE"),
                expecting(MANAGER, "LIMIT", "", "", "CALLABLE"),
                expecting("shop", "Mode", "", "", "", "UNIFIED", "EMERGENCY"),
                expecting("shop", "Mode", "", "", "", "ISOLATED"),
                expecting("shop", "Manager", "", "", "", "A"),
                expecting(MANAGER, "OldManager", "Issue", "", ""),
                expecting(MANAGER, "OldManager", "Issue #9", "", "")),
            List.of());

    assertThat(result.assertions())
        .filteredOn(one -> !one.expected().equals("imports"))
        .extracting(one -> one.outcome() + " " + one.expected() + ": " + one.actual())
        .containsExactly(
            "PASS the same object as shop.sockets.manager:Manager: the same: class"
                + " shop.sockets.manager.Manager in shop/sockets/manager.py",
            "PASS class: class, callable",
            "PASS no DeprecationWarning: no DeprecationWarning",
            "FAIL the same object as shop.copy:Manager: another: class shop.copy.Manager in"
                + " shop/copy.py",
            "FAIL function: class, callable",
            "FAIL the same object as shop.none: another: ModuleNotFoundError: No module named"
                + " 'shop.none'",
            "PASS callable: function, callable",
            "FAIL callable: nothing that can be called",
            "FAIL UNIFIED, EMERGENCY: UNIFIED, ISOLATED; lacks EMERGENCY",
            "PASS ISOLATED: UNIFIED, ISOLATED",
            "INCONCLUSIVE A: no enumeration: class shop.sockets.manager.Manager in"
                + " shop/sockets/manager.py",
            "FAIL no DeprecationWarning that matches Issue: OldManager goes with Issue #1144",
            "PASS no DeprecationWarning that matches Issue #9: OldManager goes with Issue #1144");
    assertThat(result.remarks())
        .containsExactly("Seen on this machine, with python3: not bound to the revision.");
  }

  @Test
  void variablesReachTheModules() throws Exception {
    write("mode.py", "import os\nassert os.environ['MODE'] == 'staging'\n");
    PythonImportSettings settings =
        Runs.local(
            "python3",
            List.of("."),
            Map.of("MODE", "staging"),
            List.of(wanted("mode", "")),
            List.of());

    assertThat(Runs.real(settings, folder).outcome()).isEqualTo(Outcome.PASS);
  }

  @Test
  void leavesNoCompiledFilesBehind() throws Exception {
    run(List.of(wanted(MANAGER, "")), List.of());

    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files).noneMatch(file -> file.endsWith("__pycache__"));
    }
  }

  @Test
  void aProgramThatIsNoPythonIsInconclusive() throws Exception {
    PythonImportSettings settings = settings("sh", List.of(wanted("shop", "")), List.of());

    Evaluation result = Runs.real(settings, folder);

    assertThat(result.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(result.headline()).startsWith("`sh` ended with exit code 2 and gave no answer: ");
  }

  @Test
  void theCommandThatRepeatsItGivesTheSameAnswer() throws Exception {
    PythonImportSettings settings = settings("python3", List.of(wanted("shop", "")), List.of());
    ProcessObservation seen = Runs.observe(settings, folder);
    String command = Runs.plan(settings, folder).reproduce().get(0);

    Process shell = new ProcessBuilder("sh", "-c", command).directory(folder.toFile()).start();

    assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(seen.stdout());
  }

  private Evaluation run(List<Wanted> imports, List<Unwanted> absent) throws Exception {
    return Runs.real(settings("python3", imports, absent), folder);
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}

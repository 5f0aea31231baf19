package dev.stageproof.checks.pythonimport;

import static dev.stageproof.checks.pythonimport.Runs.expecting;
import static dev.stageproof.checks.pythonimport.Runs.unwanted;
import static dev.stageproof.checks.pythonimport.Runs.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.checks.places.ImageSettings;
import dev.stageproof.checks.places.JobSettings;
import dev.stageproof.checks.places.Where;
import dev.stageproof.checks.pythonimport.PythonImportSettings.Unwanted;
import dev.stageproof.checks.pythonimport.PythonImportSettings.Wanted;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Excerpt;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.Outcome;
import dev.stageproof.observe.ImagePythonRequest;
import dev.stageproof.probes.Deadline;
import dev.stageproof.probes.image.Images;
import dev.stageproof.probes.pythonimage.PythonImageProbe;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.testing.images.LocalRegistry;
import dev.stageproof.testing.images.TestImage;
import dev.stageproof.testing.images.TestLayer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The check on images, with the probe that reads them. */
@Timeout(60)
class ImageImportTest {

  private static final String MANAGER = "shop.sockets.manager";
  private static final String START =
      "{\"Env\": [\"PATH=/usr/bin\"], \"Cmd\": [\"python3\", \"-m\", \"shop\"],"
          + " \"WorkingDir\": \"/app\"}";

  @TempDir Path folder;

  /** The same package as in the test with a real interpreter, and a little more. */
  private static TestImage image() {
    TestLayer layer =
        new TestLayer()
            .file("usr/bin/python3.11", "")
            .symlink("usr/bin/python3", "python3.11")
            .file("usr/lib/python3.11/enum.py", "class Enum: pass\n")
            .file("app/shop/__init__.py", "from .sockets.manager import Manager, connect\n")
            .file("app/shop/sockets/__init__.py", "")
            .file(
                "app/shop/sockets/manager.py",
                """
                import warnings
                from enum import Enum

                LIMIT = 3

                class Mode(Enum):
                    UNIFIED = 1
                    ISOLATED = 2

                class Manager:
                    pass

                def connect():
                    pass

                def __getattr__(name):
                    if name == "OldManager":
                        warnings.warn("OldManager goes with Issue #1144", DeprecationWarning)
                        return Manager
                    raise AttributeError(name)
                """)
            .file("app/shop/legacy.py", "import nothing_like_it\nif x: maybe = 1\n");
    return TestImage.of(layer.gzip()).startedBy(START);
  }

  private PythonImportSettings settings(List<Wanted> imports, List<Unwanted> absent)
      throws Exception {
    Path layout = Files.createTempDirectory(folder, "layout");
    TestImage.write(image().layout("shop"), layout);
    return settings(
        new ImageSettings(
            Optional.empty(), Optional.of(layout.toString()), Optional.empty(), Optional.empty()),
        imports,
        absent);
  }

  private static PythonImportSettings settings(
      ImageSettings image, List<Wanted> imports, List<Unwanted> absent) {
    return new PythonImportSettings(
        Where.IMAGE,
        Optional.of(image),
        JobSettings.usual(),
        "python3",
        List.of(),
        Map.of(),
        imports,
        absent);
  }

  private Evaluation run(List<Wanted> imports, List<Unwanted> absent) throws Exception {
    return run(settings(imports, absent));
  }

  private Evaluation run(PythonImportSettings settings) throws Exception {
    PythonImportCheck check = new PythonImportCheck();
    CheckPlan.Ask plan = (CheckPlan.Ask) check.plan(settings, Runs.context(folder));
    try (PythonImageProbe probe = new PythonImageProbe(new Images(folder.resolve("cache")))) {
      var seen =
          probe.observe(
              (ImagePythonRequest) plan.requests().get(0), Deadline.in(Duration.ofSeconds(30)));
      return check.evaluate(settings, Runs.context(folder), Runs.only(seen));
    }
  }

  @Test
  void findsInARealRegistry() throws Exception {
    try (LocalRegistry registry = LocalRegistry.open(folder)) {
      String digest = image().push(registry, "shop", "candidate");
      ImageSettings named =
          new ImageSettings(
              Optional.of(registry.host() + "/shop:candidate"),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());

      Evaluation result =
          run(
              settings(
                  named,
                  List.of(
                      wanted(MANAGER, "Manager", MANAGER + ".Manager", "sockets/manager.py", ""),
                      expecting("shop", "Manager", "", MANAGER + ":Manager", "CLASS"),
                      wanted(MANAGER, "OldManager", MANAGER + ".Manager", "", "Issue #\\d+"),
                      expecting(MANAGER, "Mode", "", "", "", "UNIFIED", "ISOLATED")),
                  List.of(
                      unwanted("shop.sockets.manager_factory", ""),
                      unwanted("shop.sockets", "Factory"),
                      unwanted("shop.socket.manager_factory", ""))));

      assertThat(result.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
      assertThat(result.headline())
          .isEqualTo(
              "4 of 4 present in the image, 2 of 3 absent, image "
                  + digest.substring(0, 19)
                  + "; `import shop.socket.manager_factory`: the parent shop.socket is not there,"
                  + " so its absence proves nothing: no module shop.socket");
      assertThat(result.assertions())
          .containsExactly(
              Assertion.of(
                  "from shop.sockets.manager import Manager",
                  "present in the image",
                  "class shop.sockets.manager.Manager in /app/shop/sockets/manager.py",
                  true),
              Assertion.of(
                  "real name of Manager",
                  "shop.sockets.manager.Manager",
                  "shop.sockets.manager.Manager",
                  true),
              Assertion.of(
                  "file of Manager", "…/sockets/manager.py", "/app/shop/sockets/manager.py", true),
              Assertion.of(
                  "from shop import Manager",
                  "present in the image",
                  "class shop.sockets.manager.Manager in /app/shop/sockets/manager.py, by way of"
                      + " /app/shop/__init__.py:1",
                  true),
              Assertion.of(
                  "identity of Manager",
                  "the same definition as shop.sockets.manager:Manager",
                  "the same: class shop.sockets.manager.Manager in /app/shop/sockets/manager.py",
                  true),
              Assertion.of("kind of Manager", "class", "class, callable", true),
              Assertion.of(
                  "from shop.sockets.manager import OldManager",
                  "present in the image",
                  "class shop.sockets.manager.Manager in /app/shop/sockets/manager.py, by way of"
                      + " /app/shop/sockets/manager.py:19",
                  true),
              Assertion.of(
                  "real name of OldManager",
                  "shop.sockets.manager.Manager",
                  "shop.sockets.manager.Manager",
                  true),
              Assertion.of(
                  "deprecation of OldManager",
                  "a DeprecationWarning in the source that matches Issue #\\d+",
                  "OldManager goes with Issue #1144",
                  true),
              Assertion.of(
                  "from shop.sockets.manager import Mode",
                  "present in the image",
                  "class shop.sockets.manager.Mode in /app/shop/sockets/manager.py",
                  true),
              Assertion.of("members of Mode", "UNIFIED, ISOLATED", "UNIFIED, ISOLATED", true),
              Assertion.of(
                  "import shop.sockets.manager_factory",
                  "absent from the image",
                  "absent: shop.sockets is there; nearest existing name shop.sockets.manager",
                  true),
              Assertion.of(
                  "from shop.sockets import Factory",
                  "absent from the image",
                  "absent: shop.sockets is there",
                  true),
              Assertion.unsettled(
                  "import shop.socket.manager_factory",
                  "absent from the image",
                  "the parent shop.socket is not there, so its absence proves nothing: no module"
                      + " shop.socket",
                  "Nearest existing name: shop.sockets. Correct the name, or make shop.socket part"
                      + " of the image."));
      assertThat(result.remarks())
          .containsExactly(
              "Read from the image "
                  + digest
                  + "; whether it is the revision's is not known: the platform tells no digest.",
              "Source was read and nothing executed: what is present may still fail to import.");
    }
  }

  @Test
  void showsTheImportsThenWhatWasFoundWhere() throws Exception {
    Evaluation result = run(List.of(wanted("shop", "Manager")), List.of(unwanted("shop.gone", "")));

    TestImage image = image();
    String layer = image.layers().get(0).digest().substring(0, 19);
    assertThat(result.excerpts())
        .containsExactly(
            Excerpt.of(
                "image " + image.digest(),
                """
                from shop import Manager  # class shop.sockets.manager.Manager in \
                /app/shop/sockets/manager.py, by way of /app/shop/__init__.py:1
                # import shop.gone  # no module shop.gone"""),
            Excerpt.of(
                "found in the image",
                "/app/shop/sockets/manager.py:10  layer %s  class Manager\n".formatted(layer)
                    + "/app/shop/__init__.py:1  layer %s  package shop".formatted(layer)),
            Excerpt.of(
                "search path in the image",
                """
                /app  # working directory, as -m shop is run there
                # /usr/lib/python311.zip (not there)  # standard library
                /usr/lib/python3.11  # standard library
                # /usr/lib/python3.11/lib-dynload (not there)  # standard library"""));
  }

  @Test
  void failsOnWhatIsNotAsExpected() throws Exception {
    Evaluation result =
        run(
            List.of(
                wanted("shop.sockets.manger", ""),
                expecting("shop", "connect", "", MANAGER + ":Manager", "CLASS"),
                expecting(MANAGER, "Mode", "", "", "FUNCTION", "EMERGENCY"),
                wanted(MANAGER, "OldManager", "x.Y", "core/manager.py", "Issue #9"),
                expecting(MANAGER, "OldManager", "any", "", "")),
            List.of(unwanted(MANAGER, ""), unwanted("shop", "connect")));

    assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(result.headline())
        .contains("4 of 5 present in the image, 0 of 2 absent, image sha256:")
        .endsWith("; `import shop.sockets.manger`: no module shop.sockets.manger");
    assertThat(result.assertions())
        .extracting(
            one ->
                one.outcome()
                    + " "
                    + one.actual()
                    + one.settle().map(text -> " (" + text + ")").orElse(""))
        .containsExactly(
            "FAIL no module shop.sockets.manger (Nearest existing name: shop.sockets.manager.)",
            "PASS function shop.sockets.manager.connect in /app/shop/sockets/manager.py, by way of"
                + " /app/shop/__init__.py:1",
            "FAIL another: class shop.sockets.manager.Manager in /app/shop/sockets/manager.py",
            "FAIL function, callable",
            "PASS class shop.sockets.manager.Mode in /app/shop/sockets/manager.py",
            "FAIL class, callable",
            "FAIL UNIFIED, ISOLATED; lacks EMERGENCY",
            "PASS class shop.sockets.manager.Manager in /app/shop/sockets/manager.py, by way of"
                + " /app/shop/sockets/manager.py:19",
            "FAIL shop.sockets.manager.Manager",
            "FAIL /app/shop/sockets/manager.py",
            "FAIL OldManager goes with Issue #1144",
            "PASS class shop.sockets.manager.Manager in /app/shop/sockets/manager.py, by way of"
                + " /app/shop/sockets/manager.py:19",
            "FAIL OldManager goes with Issue #1144",
            "FAIL module shop.sockets.manager in /app/shop/sockets/manager.py",
            "FAIL function shop.sockets.manager.connect in /app/shop/sockets/manager.py, by way of"
                + " /app/shop/__init__.py:1");
  }

  @Test
  void whatOnlyRunningItCouldTellIsInconclusive() throws Exception {
    Evaluation result =
        run(
            List.of(
                wanted("shop.legacy", "maybe"),
                expecting(MANAGER, "LIMIT", "", "shop:Manager", "CALLABLE"),
                wanted("shop", "connect", "", "", "going"),
                expecting("shop", "connect", "any", "", ""),
                expecting(MANAGER, "Manager", "", "", "", "A"),
                wanted("shop.none", "", "", "", "x")),
            List.of(unwanted(MANAGER, "Anything"), unwanted("shop.legacy", "nothing_like_it")));

    assertThat(result.assertions())
        .extracting(one -> one.outcome() + " " + one.actual())
        .containsExactly(
            "INCONCLUSIVE bound under a condition, in /app/shop/legacy.py:2",
            "PASS value shop.sockets.manager.LIMIT in /app/shop/sockets/manager.py",
            "INCONCLUSIVE not written: value shop.sockets.manager.LIMIT in"
                + " /app/shop/sockets/manager.py",
            "INCONCLUSIVE not written: value shop.sockets.manager.LIMIT in"
                + " /app/shop/sockets/manager.py",
            "PASS function shop.sockets.manager.connect in /app/shop/sockets/manager.py, by way of"
                + " /app/shop/__init__.py:1",
            "INCONCLUSIVE no DeprecationWarning; what these modules call or import was not run",
            "PASS function shop.sockets.manager.connect in /app/shop/sockets/manager.py, by way of"
                + " /app/shop/__init__.py:1",
            "INCONCLUSIVE no DeprecationWarning; what these modules call or import was not run",
            "PASS class shop.sockets.manager.Manager in /app/shop/sockets/manager.py",
            "INCONCLUSIVE not written: class shop.sockets.manager.Manager in"
                + " /app/shop/sockets/manager.py",
            "FAIL no module shop.none",
            "INCONCLUSIVE not found",
            "INCONCLUSIVE it is there, or something that it needs is not: no Anything in"
                + " shop.sockets.manager; __getattr__ in /app/shop/sockets/manager.py:16 may answer"
                + " it",
            "INCONCLUSIVE it is there, or something that it needs is not: /app/shop/legacy.py:1"
                + " imports nothing_like_it: no module nothing_like_it");
    assertThat(result.assertions().get(0).settle())
        .contains("Import it instead: with `where: cloud-run-job` the image's own Python does.");
  }

  @Test
  void withoutAnImageTheRevisionsOwnIsAsked() {
    PythonImportSettings settings =
        new PythonImportSettings(
            Where.IMAGE,
            Optional.empty(),
            JobSettings.usual(),
            "python3",
            List.of(),
            Map.of(),
            List.of(wanted("a", "")),
            List.of());

    CheckPlan plan = new PythonImportCheck().plan(settings, Runs.context(folder));

    assertThat(plan).isInstanceOf(CheckPlan.Impossible.class);
  }

  @Test
  void refusesSettingsOfAnotherPlace() {
    ImageSettings image =
        new ImageSettings(Optional.of("x"), Optional.empty(), Optional.empty(), Optional.empty());

    assertThatThrownBy(() -> at(Where.LOCAL, Optional.of(image), "python3", Map.of()))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage("`image` is for `where: image`");
    assertThatThrownBy(() -> at(Where.IMAGE, Optional.of(image), "python3.9", Map.of()))
        .hasMessage("`interpreter` names a Python to run; with `where: image` none runs");
    assertThatThrownBy(() -> at(Where.IMAGE, Optional.empty(), "python3", Map.of("A", "b")))
        .hasMessage("`env` is for a Python that runs; with `where: image` none does");
    assertThatThrownBy(() -> at(Where.CLOUD_RUN_JOB, Optional.of(image), "python3", Map.of()))
        .hasMessage("`image` is for `where: image`");
  }

  private static PythonImportSettings at(
      Where where, Optional<ImageSettings> image, String interpreter, Map<String, String> env) {
    return new PythonImportSettings(
        where,
        image,
        JobSettings.usual(),
        interpreter,
        List.of(),
        env,
        List.of(wanted("a", "")),
        List.of());
  }
}

package dev.stageproof.probes.pythonimage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.observe.ImageManifestRequest;
import dev.stageproof.observe.ImagePythonObservation;
import dev.stageproof.observe.ImagePythonObservation.Definition;
import dev.stageproof.observe.ImagePythonObservation.Kind;
import dev.stageproof.observe.ImagePythonObservation.Place;
import dev.stageproof.observe.ImagePythonObservation.Presence;
import dev.stageproof.observe.ImagePythonObservation.Sought;
import dev.stageproof.observe.ImagePythonObservation.Spot;
import dev.stageproof.observe.ImagePythonRequest;
import dev.stageproof.observe.ImageReference;
import dev.stageproof.observe.ImageSource;
import dev.stageproof.observe.PresenceRequest;
import dev.stageproof.observe.PythonName;
import dev.stageproof.probes.Deadline;
import dev.stageproof.probes.image.Images;
import dev.stageproof.testing.images.PackedLayer;
import dev.stageproof.testing.images.TestImage;
import dev.stageproof.testing.images.TestLayer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is found in images made for it. */
@Timeout(30)
class PythonImageProbeTest {

  private static final String SLIM =
      "{\"Env\": [\"PATH=/usr/local/bin:/bin\"], \"Cmd\": [\"python3\", \"main.py\"],"
          + " \"WorkingDir\": \"/app\"}";

  @TempDir Path folder;

  /** As in Docker's python images: /usr/local/bin/python3 leads to python3.11. */
  private static TestLayer slim() {
    return new TestLayer()
        .file("usr/local/bin/python3.11", "\u007fELF")
        .symlink("usr/local/bin/python3", "python3.11")
        .file(
            "usr/local/lib/python3.11/enum.py",
            "class Enum: pass\nclass IntEnum(int, Enum): pass\n")
        .file("usr/local/lib/python3.11/lib-dynload/_x.cpython-311-x86_64-linux-gnu.so", "")
        .file(
            "usr/local/lib/python3.11/site-packages/lib/__init__.py",
            "__all__ = ['f']\ndef f(): pass\ng = 1\n");
  }

  private ImagePythonObservation look(String start, TestLayer layer, String... names)
      throws Exception {
    return look(start, List.of(), List.of(layer.gzip()), names);
  }

  private ImagePythonObservation look(
      String start, List<String> path, List<PackedLayer> layers, String... names) throws Exception {
    Path layout = Files.createTempDirectory(folder, "image");
    TestImage.write(new TestImage(start, layers).layout("x"), layout);
    ImagePythonRequest request =
        new ImagePythonRequest(
            new ImageSource.Layout(layout.toString(), Optional.empty()),
            path,
            Arrays.stream(names).map(PythonImageProbeTest::name).toList());
    try (PythonImageProbe probe = new PythonImageProbe(new Images(folder.resolve("cache")))) {
      return probe.observe(request, Deadline.in(Duration.ofSeconds(20)));
    }
  }

  private static PythonName name(String text) {
    String[] parts = text.split(":", -1);
    return new PythonName(parts[0], parts.length > 1 ? Optional.of(parts[1]) : Optional.empty());
  }

  /** "PRESENT class a.b.C /app/a/b.py:1 via …", or the reason. */
  private static String shown(Sought sought) {
    String what =
        sought
            .definition()
            .map(one -> one.kind() + " " + one.dotted() + " " + one.spot())
            .orElse(sought.why());
    String via = sought.through().isEmpty() ? "" : " via " + sought.through();
    return sought.presence()
        + " "
        + what
        + via
        + sought.nearest().map(one -> " near " + one).orElse("");
  }

  private static List<String> shown(ImagePythonObservation seen) {
    return seen.sought().stream().map(PythonImageProbeTest::shown).toList();
  }

  private static List<String> folders(ImagePythonObservation seen) {
    return seen.path().stream().filter(Place::there).map(Place::folder).toList();
  }

  @Test
  void thePathOfAScript() throws Exception {
    ImagePythonObservation seen = look(SLIM, slim().file("app/main.py", ""), "main");

    assertThat(seen.python()).contains("/usr/local/bin/python3");
    assertThat(seen.path())
        .containsExactly(
            new Place("/app", "folder of main.py", true),
            new Place("/usr/local/lib/python311.zip", "standard library", false),
            new Place("/usr/local/lib/python3.11", "standard library", true),
            new Place("/usr/local/lib/python3.11/lib-dynload", "standard library", true),
            new Place("/usr/local/lib/python3.11/site-packages", "installed packages", true));
    assertThat(seen.notFollowed()).isEmpty();
    assertThat(shown(seen)).containsExactly("PRESENT MODULE main /app/main.py:1");
  }

  @Test
  void thePathOfAServerInAnEnvironment() throws Exception {
    TestLayer layer =
        slim()
            .file("opt/venv/pyvenv.cfg", "home = /usr/local/bin\nversion = 3.11.7\n")
            .symlink("opt/venv/bin/python", "/usr/local/bin/python3")
            .file("opt/venv/bin/uvicorn", "#!/opt/venv/bin/python\nimport sys\n")
            .file("opt/venv/lib/python3.11/site-packages/dep.py", "")
            .file("opt/venv/lib/python3.11/site-packages/x.pth", "# more\n/src\nnot-there\n")
            .file("opt/venv/lib/python3.11/site-packages/distutils-precedence.pth", "import os\n")
            .file("opt/venv/lib/python3.11/site-packages/__editable__.y.pth", "import y_finder\n")
            .file("src/edited.py", "")
            .folder("extra");
    String start =
        "{\"Env\": [\"PATH=/opt/venv/bin:/bin\", \"PYTHONPATH=/extra:lib\"], \"WorkingDir\": \"/app\","
            + " \"Cmd\": [\"/bin/sh\", \"-c\", \"exec uvicorn main:app --port $PORT\"]}";

    ImagePythonObservation seen =
        look(start, List.of("own"), List.of(layer.folder("app/own").gzip()), "edited", "lib", "no");

    assertThat(folders(seen))
        .containsExactly(
            "/app/own",
            "/app",
            "/opt/venv/bin",
            "/extra",
            "/usr/local/lib/python3.11",
            "/usr/local/lib/python3.11/lib-dynload",
            "/opt/venv/lib/python3.11/site-packages",
            "/src");
    assertThat(seen.path().get(1).from()).isEqualTo("working directory, which uvicorn adds");
    assertThat(seen.notFollowed())
        .containsExactly(
            "/opt/venv/lib/python3.11/site-packages/__editable__.y.pth runs code that may provide"
                + " modules, which is not run here.");
    assertThat(shown(seen))
        .containsExactly(
            "PRESENT MODULE edited /src/edited.py:1",
            "UNKNOWN no module lib; " + seen.notFollowed().get(0),
            "UNKNOWN no module no; " + seen.notFollowed().get(0));
  }

  @Test
  void howPythonIsStarted() throws Exception {
    assertThat(first("[\"python3\", \"-m\", \"sub.main\"]", slim().file("app/x", "")))
        .isEqualTo("/app: working directory, as -m sub.main is run there");
    assertThat(
            first(
                "[\"tini\", \"--\", \"python3\", \"-u\", \"-X\", \"dev\", \"sub/main.py\"]",
                slim().file("app/sub/main.py", "")))
        .isEqualTo("/app/sub: folder of sub/main.py");
    assertThat(first("[\"python3\", \"-I\", \"main.py\"]", slim()))
        .isEqualTo("/usr/local/lib/python311.zip: standard library");
    assertThat(first("[\"/entry.sh\"]", slim().file("entry.sh", "#!/bin/sh\n")))
        .isEqualTo("/app: working directory, assumed: how /entry.sh starts Python is not read");
    assertThat(look("{}", new TestLayer().file("x.py", ""), "x", "y").notFollowed())
        .containsExactly("No Python was found in the image, so its own modules are not known.");
  }

  private String first(String command, TestLayer layer) throws Exception {
    String start =
        "{\"Env\": [\"PATH=/usr/local/bin\"], \"WorkingDir\": \"/app\", \"Cmd\": " + command + "}";
    Place place = look(start, layer, "x").path().get(0);
    return place.folder() + ": " + place.from();
  }

  @Test
  void kindsOfModules() throws Exception {
    TestLayer layer =
        slim()
            .file("app/pack/__init__.py", "")
            .file("app/pack/part.py", "")
            .file("app/space/deep/one.py", "")
            .file("app/native.cpython-311-x86_64-linux-gnu.so", "")
            .file("app/native.py", "x = 1")
            .file("app/compiled.pyc", "")
            .file("app/__pycache__/stale.cpython-311.pyc", "")
            .file("app/broken.py", "x = (")
            .file("app/gone.py", "raise ImportError('moved')");

    ImagePythonObservation seen =
        look(
            SLIM,
            layer,
            "pack",
            "pack.part",
            "pack:part",
            "space.deep.one",
            "space",
            "native",
            "native:x",
            "compiled",
            "stale",
            "sys",
            "sys:path",
            "broken",
            "gone:x",
            "pack.prat",
            "pakc.part",
            "space:two");

    assertThat(shown(seen))
        .containsExactly(
            "PRESENT PACKAGE pack /app/pack/__init__.py:1",
            "PRESENT MODULE pack.part /app/pack/part.py:1",
            "PRESENT MODULE pack.part /app/pack/part.py:1",
            "PRESENT MODULE space.deep.one /app/space/deep/one.py:1",
            "PRESENT NAMESPACE space /app/space:1",
            "PRESENT EXTENSION native /app/native.cpython-311-x86_64-linux-gnu.so:1",
            "UNKNOWN no x in native; /app/native.cpython-311-x86_64-linux-gnu.so is compiled, and its"
                + " names are not known",
            "PRESENT BYTECODE compiled /app/compiled.pyc:1",
            "ABSENT no module stale",
            "PRESENT BUILT_IN sys :1",
            "UNKNOWN no path in sys; it is built into the interpreter",
            "BROKEN /app/broken.py can't be read as Python: line 1: a bracket is never closed",
            "BROKEN /app/gone.py:1 raises ImportError",
            "ABSENT no module pack.prat near pack.part",
            "ABSENT no module pakc near pack",
            "ABSENT no two in space");
  }

  @Test
  void namesAndWhereTheyComeFrom() throws Exception {
    TestLayer layer =
        slim()
            .file(
                "app/a/__init__.py",
                "from .b import B as Again, missing\nfrom .c import *\nfrom . import b\n"
                    + "import a.b as whole\nOther = b.B\ntry:\n  from nowhere import opt\n"
                    + "except ImportError:\n  opt = None\nif x: maybe = 1\nfrom lib import f, g\n")
            .file("app/a/b.py", "import enum\nclass B(enum.Enum):\n  X = 1\n  Y = 2\n")
            .file("app/a/c.py", "from .d import *\n_hidden = 1\ndef shown(): pass\n")
            .file("app/a/d.py", "__all__ = ['deep', '_listed']\n_listed = deep = unlisted = 1\n")
            .file("app/a/loop.py", "from a.pool import x\n")
            .file("app/a/pool.py", "from a.loop import x\n")
            .file(
                "app/a/lazy.py",
                "def __getattr__(name):\n  if name == 'Old':\n    return New\nclass New: pass\n");

    ImagePythonObservation seen =
        look(
            SLIM,
            layer,
            "a:Again",
            "a:missing",
            "a:shown",
            "a:deep",
            "a:_listed",
            "a:unlisted",
            "a:_hidden",
            "a:b",
            "a:whole",
            "a:Other",
            "a:opt",
            "a:maybe",
            "a:f",
            "a:Agian",
            "a.loop:x",
            "a.lazy:Old",
            "a.lazy:Any",
            "a:__name__");

    assertThat(shown(seen))
        .containsExactly(
            "PRESENT CLASS a.b.B /app/a/b.py:2 via [/app/a/__init__.py:1]",
            "BROKEN /app/a/__init__.py:1 imports missing from a.b: no missing in a.b via"
                + " [/app/a/__init__.py:1]",
            "PRESENT FUNCTION a.c.shown /app/a/c.py:3 via [/app/a/__init__.py:2]",
            "PRESENT VALUE a.d.deep /app/a/d.py:2 via [/app/a/__init__.py:2, /app/a/c.py:1]",
            "ABSENT no _listed in a",
            "ABSENT no unlisted in a",
            "ABSENT no _hidden in a",
            "PRESENT MODULE a.b /app/a/b.py:1 via [/app/a/__init__.py:3]",
            "PRESENT MODULE a.b /app/a/b.py:1 via [/app/a/__init__.py:4]",
            "PRESENT CLASS a.b.B /app/a/b.py:2 via [/app/a/__init__.py:5]",
            "PRESENT VALUE a.opt /app/a/__init__.py:9",
            "UNKNOWN bound under a condition, in /app/a/__init__.py:10",
            "PRESENT FUNCTION lib.f /usr/local/lib/python3.11/site-packages/lib/__init__.py:2 via"
                + " [/app/a/__init__.py:11]",
            "ABSENT no Agian in a near a.Again",
            "BROKEN /app/a/pool.py:1 imports x from a.loop, which imports it from here via"
                + " [/app/a/loop.py:1, /app/a/pool.py:1]",
            "PRESENT CLASS a.lazy.New /app/a/lazy.py:4 via [/app/a/lazy.py:3]",
            "UNKNOWN no Any in a.lazy; __getattr__ in /app/a/lazy.py:1 may answer it",
            "PRESENT VALUE a.__name__ /app/a/__init__.py:1");
    Definition again = seen.sought().get(0).definition().orElseThrow();
    assertThat(again.enumeration()).isTrue();
    assertThat(again.members()).containsExactly("X", "Y");
    assertThat(again.layer()).startsWith("sha256:");
  }

  @Test
  void theUppermostLayerCounts() throws Exception {
    PackedLayer lower = slim().file("app/a.py", "class A: pass").file("app/b.py", "").gzip();
    PackedLayer upper =
        new TestLayer().file("app/a.py", "class C: pass").whiteout("app/b.py").gzip();

    ImagePythonObservation seen = look(SLIM, List.of(), List.of(lower, upper), "a:A", "a:C", "b");

    assertThat(shown(seen))
        .containsExactly(
            "ABSENT no A in a near a.C",
            "PRESENT CLASS a.C /app/a.py:1",
            "ABSENT no module b near a");
    assertThat(seen.sought().get(1).definition().orElseThrow().layer()).isEqualTo(upper.digest());
  }

  @Test
  void warningsOnTheWay() throws Exception {
    TestLayer layer =
        slim()
            .file(
                "app/old/__init__.py",
                "import warnings\nwarnings.warn('old is going', DeprecationWarning)\n")
            .file("app/old/shim.py", "from new import N\n")
            .file(
                "app/new.py",
                "from warnings import warn\nclass N: pass\nif x: warn('new', DeprecationWarning)\n");

    assertThat(look(SLIM, layer, "old.shim:N").sought().get(0).warnings())
        .extracting(one -> one.message().orElse("") + " " + one.spot() + " " + one.certain())
        .containsExactly("old is going /app/old/__init__.py:2 true", "new /app/new.py:3 false");
  }

  @Test
  void requestsForOneImageAreOneLook() {
    ImageSource image = new ImageSource.Archive("/x.tar", Optional.empty());
    ImagePythonRequest one = new ImagePythonRequest(image, List.of(), List.of(name("a:A")));
    ImagePythonRequest two =
        new ImagePythonRequest(image, List.of(), List.of(name("b"), name("a:A")));

    assertThat(one.mergedWith(two))
        .contains(new ImagePythonRequest(image, List.of(), List.of(name("a:A"), name("b"))));
    assertThat(one.mergedWith(new ImagePythonRequest(image, List.of("x"), List.of(name("b")))))
        .isEmpty();
    assertThat(one.executes()).isFalse();
    assertThat(one.trials()).singleElement().isInstanceOf(PresenceRequest.class);
    ImageReference named = ImageReference.parse("gcr.io/a/b:c").orElseThrow();
    ImagePythonRequest pulled =
        new ImagePythonRequest(new ImageSource.Registry(named), List.of(), List.of(name("b")));
    assertThat(pulled.trials()).containsExactly(new ImageManifestRequest(named));
    assertThat(two.reproduce().get(0)).endsWith(" | tar -tf - | grep -E '(^|/)(b|a)(/|[.]|$)'");
  }

  @Test
  void theCommandPrintsWhatWasFound() throws Exception {
    ImagePythonObservation seen =
        look(SLIM, slim().file("app/main.py", "x = 1\n"), "main:x", "mian");
    ImagePythonRequest request =
        new ImagePythonRequest(
            new ImageSource.Archive("/x.tar", Optional.of("x:1")),
            List.of(),
            List.of(name("main:x"), name("mian")));

    assertThat(request.reproduce(seen))
        .containsExactly(
            "docker load -q -i /x.tar",
            "docker export \"$(docker create x:1 never-run)\" | tar -xOf - app/main.py",
            "docker export \"$(docker create x:1 never-run)\" | tar -tf - | grep -E"
                + " '(^|/)(mian)(/|[.]|$)'");
    assertThat(seen.sought().get(0).presence()).isEqualTo(Presence.PRESENT);
    assertThat(seen.sought().get(0).definition().map(Definition::kind)).contains(Kind.VALUE);
    assertThat(seen.sought().get(0).definition().map(Definition::spot))
        .contains(new Spot("/app/main.py", 1));
  }
}

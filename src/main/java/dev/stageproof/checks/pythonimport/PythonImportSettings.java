package dev.stageproof.checks.pythonimport;

import dev.stageproof.checks.places.ImageSettings;
import dev.stageproof.checks.places.JobSettings;
import dev.stageproof.checks.places.Where;
import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.OneOrMany;
import dev.stageproof.observe.PythonName;
import dev.stageproof.observe.Regex;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What has to import, and what must not import any more. */
@Doc(
    "Modules and names that Python must be able to import, and others that must be gone. On this"
        + " machine, or in the revision's image as a Cloud Run job, one Python process imports them"
        + " in the order written, which needs `--allow-exec`; in an image they are looked for in its source and nothing is executed,"
        + " so that what is present there may still fail to import.")
public record PythonImportSettings(
    @Doc(
            value =
                "Where it is looked for. In an image Python's search path is put together from the"
                    + " image's command, working directory, variables, interpreter and installed"
                    + " packages.",
            def = "local")
        Where where,
    @Doc("The image for `where: image`; without it the image of the revision under test.")
        Optional<ImageSettings> image,
    @Doc("What surrounds the Python process, where it runs as a Cloud Run job.") JobSettings job,
    @Doc(
            value =
                "The Python to run, 3.6 or newer: a name on the PATH, or a path, seen from the"
                    + " configuration's folder; in a job from the image's.",
            def = PYTHON,
            example = "../.venv/bin/python")
        String interpreter,
    @Doc(
            value =
                "Folders put first on `sys.path`, seen from the configuration's folder, which itself"
                    + " is on it only when named: `.`. In an image they are the image's own, seen"
                    + " from its working directory.",
            example = "[../src]")
        @OneOrMany
        List<String> path,
    @Doc(
            value =
                "Environment variables for the process on this machine or in the job, over those that"
                    + " are there.",
            example = "{ENVIRONMENT: staging}")
        Map<String, String> env,
    @Doc(
            value = "What must import.",
            example = "[{module: acme.sockets.manager, name: SocketManager}]")
        List<Wanted> imports,
    @Doc(
            value =
                "What must not import. Proven only when the package around it imports and the"
                    + " error names exactly this.",
            example = "[{module: acme.sockets.manager_factory}]")
        List<Unwanted> absent) {

  private static final String PYTHON = "python3";
  private static final String IDENTIFIER = "[\\p{L}_][\\p{L}\\p{N}_]*";
  private static final Pattern NAME = Pattern.compile(IDENTIFIER);
  private static final Pattern MODULE = Pattern.compile(IDENTIFIER + "(\\." + IDENTIFIER + ")*");
  private static final Pattern VARIABLE = Pattern.compile("[^=\\x00]+");

  /** Something that must import. */
  @Doc("A module, or a name in a module, that must import.")
  public record Wanted(
      @Doc(value = "The module.", example = "acme.sockets.manager") String module,
      @Doc(value = "A name to import from the module.", example = "SocketManager")
          Optional<String> name,
      @Doc(
              value = "The object's real name: its own module and qualified name.",
              example = "acme.sockets.manager.SocketManager")
          Optional<String> qualifiedName,
      @Doc(
              value =
                  "The end of the path of the file that defines it; `*` stands for anything within"
                      + " one folder, `**` for any folders.",
              example = "sockets/manager.py")
          Optional<String> file,
      @Doc(
              value =
                  "Importing it must emit a DeprecationWarning whose message this regular"
                      + " expression matches.",
              example = "'Issue #\\d+'")
          Optional<Regex> deprecated,
      @Doc(
              value =
                  "Importing it must emit no DeprecationWarning: `any`, or a regular expression"
                      + " that no message may match. An image's source can only show that there is"
                      + " one.",
              example = "any")
          Optional<NoWarning> notDeprecated,
      @Doc(
              value =
                  "Another module, or module and name, that must be the very same object: the"
                      + " other end of a re-export. In an image both must lead to the same"
                      + " definition.",
              example = "acme.sockets:SocketManager")
          Optional<OtherName> sameAs,
      @Doc(value = "What the name has to be.", example = "class") Optional<ObjectKind> kind,
      @Doc(
              value = "Members that it must have, as an Enum; it may have more.",
              example = "[UNIFIED, ISOLATED]")
          @OneOrMany
          List<String> members) {
    public Wanted {
      requireNames(module, name);
      members = List.copyOf(members);
      if (name.isEmpty() && kind.isPresent()) {
        throw new InvalidSetting("kind", "`kind` speaks of a `name` in the module");
      }
      if (name.isEmpty() && !members.isEmpty()) {
        throw new InvalidSetting("members", "`members` speaks of a `name` in the module");
      }
    }

    PythonName python() {
      return new PythonName(module, name);
    }

    /** The import as Python writes it. */
    String statement() {
      return python().statement();
    }
  }

  /** Something that must not import. */
  @Doc("A module, or a name in a module, that must not import.")
  public record Unwanted(
      @Doc(value = "The module.", example = "acme.sockets.manager_factory") String module,
      @Doc(value = "A name that the module must not have.", example = "SocketManagerFactory")
          Optional<String> name) {
    public Unwanted {
      requireNames(module, name);
    }

    PythonName python() {
      return new PythonName(module, name);
    }

    /** The import as Python writes it. */
    String statement() {
      return python().statement();
    }

    /** What has to be there for the absence to mean anything; empty for a top-level module. */
    Optional<PythonName> control() {
      int dot = module.lastIndexOf('.');
      Optional<String> around =
          name.isPresent()
              ? Optional.of(module)
              : Optional.of(module).filter(any -> dot > 0).map(whole -> whole.substring(0, dot));
      return around.map(whole -> new PythonName(whole, Optional.empty()));
    }
  }

  public PythonImportSettings {
    if (interpreter.isBlank()) {
      throw new InvalidSetting("interpreter", "`interpreter` names a program, such as python3");
    }
    if (imports.isEmpty() && absent.isEmpty()) {
      throw new InvalidSetting("imports", "name at least one module, in `imports` or in `absent`");
    }
    for (String variable : env.keySet()) {
      if (!VARIABLE.matcher(variable).matches()) {
        throw new InvalidSetting("env", "not a name for a variable: `" + variable + "`");
      }
    }
    requirePlace(where, image, job, interpreter, env);
    path = List.copyOf(path);
    env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
    imports = List.copyOf(imports);
    absent = List.copyOf(absent);
  }

  private static void requirePlace(
      Where where,
      Optional<ImageSettings> image,
      JobSettings job,
      String interpreter,
      Map<String, String> env) {
    if (where != Where.CLOUD_RUN_JOB && !job.equals(JobSettings.usual())) {
      throw new InvalidSetting("job", "`job` is for `where: cloud-run-job`");
    }
    if (where != Where.IMAGE && image.isPresent()) {
      throw new InvalidSetting("image", "`image` is for `where: image`");
    }
    if (where == Where.IMAGE && !interpreter.equals(PYTHON)) {
      throw new InvalidSetting(
          "interpreter", "`interpreter` names a Python to run; with `where: image` none runs");
    }
    if (where == Where.IMAGE && !env.isEmpty()) {
      throw new InvalidSetting(
          "env", "`env` is for a Python that runs; with `where: image` none does");
    }
  }

  private static void requireNames(String module, Optional<String> name) {
    if (!MODULE.matcher(module).matches()) {
      throw new InvalidSetting(
          "module", "a module is written as in an import, a.b.c: `" + module + "`");
    }
    name.filter(text -> !NAME.matcher(text).matches())
        .ifPresent(
            text -> {
              throw new InvalidSetting(
                  "name", "a name is written as in an import, without dots: `" + text + "`");
            });
  }
}

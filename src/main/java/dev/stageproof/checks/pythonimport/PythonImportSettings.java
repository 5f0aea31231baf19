package dev.stageproof.checks.pythonimport;

import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.OneOrMany;
import dev.stageproof.observe.Regex;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What has to import, and what must not import any more. */
@Doc(
    "Modules and names that Python must be able to import, and others that must be gone. One"
        + " Python process imports them in the order written; needs `--allow-exec`.")
public record PythonImportSettings(
    @Doc(
            value =
                "The Python to run, 3.6 or newer: a name on the PATH, or a path, seen from the"
                    + " configuration's folder.",
            def = "python3",
            example = "../.venv/bin/python")
        String interpreter,
    @Doc(
            value =
                "Folders put first on `sys.path`, seen from the configuration's folder. That"
                    + " folder itself is on it only when named: `.`",
            example = "[../src]")
        @OneOrMany
        List<String> path,
    @Doc(
            value = "Environment variables for the process, over the inherited ones.",
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
          Optional<Regex> deprecated) {
    public Wanted {
      requireNames(module, name);
    }

    /** The import as Python writes it. */
    String statement() {
      return PythonImportSettings.statement(module, name);
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

    /** The import as Python writes it. */
    String statement() {
      return PythonImportSettings.statement(module, name);
    }

    /** What has to import for the absence to mean anything; empty for a top-level module. */
    Optional<String> control() {
      int dot = module.lastIndexOf('.');
      return name.isPresent()
          ? Optional.of(module)
          : Optional.of(module).filter(any -> dot > 0).map(whole -> whole.substring(0, dot));
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
    path = List.copyOf(path);
    env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
    imports = List.copyOf(imports);
    absent = List.copyOf(absent);
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

  private static String statement(String module, Optional<String> name) {
    return name.map(text -> "from " + module + " import " + text).orElse("import " + module);
  }
}

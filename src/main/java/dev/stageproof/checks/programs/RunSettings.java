package dev.stageproof.checks.programs;

import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.OneOrMany;
import dev.stageproof.observe.ProcessRequest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A program to run. */
@Doc(
    "A program to run; needs `--allow-exec`. At the check's `timeout` it is ended with everything"
        + " that it started.")
public record RunSettings(
    @Doc(
            value =
                "The program and its arguments, word by word. A program with a slash in its name is"
                    + " seen from `directory`.",
            example = "[python3, -m, pytest, --junitxml=report.xml]",
            required = true)
        @OneOrMany
        List<String> argv,
    @Doc(
            value =
                "`true`: `argv` is one line for `sh -c`, with pipes, variables and wildcards; else"
                    + " no shell is involved.",
            def = "false")
        boolean shell,
    @Doc(value = "What the program reads from its standard input.", example = "ping")
        Optional<String> stdin,
    @Doc(
            value = "The working directory, seen from the configuration's folder.",
            def = HERE,
            example = "../backend")
        String directory,
    @Doc(
            value = "Environment variables for the program, over the inherited ones.",
            example = "{ENVIRONMENT: staging}")
        Map<String, String> env) {

  /** The configuration's own folder. */
  private static final String HERE = ".";

  private static final Pattern VARIABLE = Pattern.compile("[^=\\x00]+");

  public RunSettings {
    if (argv.isEmpty() || argv.get(0).isBlank()) {
      throw new InvalidSetting("argv", "`argv` starts with a program, such as python3");
    }
    if (argv.stream().anyMatch(word -> word.indexOf('\0') >= 0)) {
      throw new InvalidSetting("argv", "no word of `argv` can hold a NUL character");
    }
    if (shell && argv.size() > 1) {
      throw new InvalidSetting("argv", "with `shell: true`, `argv` is one line for the shell");
    }
    for (String variable : env.keySet()) {
      if (!VARIABLE.matcher(variable).matches()) {
        throw new InvalidSetting("env", "not a name for a variable: `" + variable + "`");
      }
    }
    argv = List.copyOf(argv);
    env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
  }

  /** A program and its arguments, with the defaults of everything else. */
  public static RunSettings of(String... argv) {
    return new RunSettings(List.of(argv), false, Optional.empty(), HERE, Map.of());
  }

  /** The look that runs it; the same settings give the same request. */
  public ProcessRequest request(Path configFolder) {
    return new ProcessRequest(command(configFolder), stdin, folder(configFolder).toString(), env);
  }

  /** The program and its arguments as an image has them. */
  public List<String> words() {
    return shell ? List.of("sh", "-c", argv.get(0)) : argv;
  }

  /** The working directory in an image; empty for the image's own. */
  public Optional<String> folderInImage() {
    return directory.equals(HERE) ? Optional.empty() : Optional.of(directory);
  }

  /**
   * Holds the settings against what a Cloud Run job can do.
   *
   * @throws InvalidSetting when one of them can't be had there
   */
  public void requireFitForJob() {
    if (stdin.isPresent()) {
      throw new InvalidSetting("run", "a Cloud Run job reads no `stdin`; give it arguments");
    }
    if (folderInImage().filter(folder -> !folder.startsWith("/")).isPresent()) {
      throw new InvalidSetting(
          "run", "as a Cloud Run job, `directory` is an absolute path in the image");
    }
  }

  /** The working directory, absolute. */
  public Path folder(Path configFolder) {
    return folder(configFolder, directory);
  }

  /** A folder that a setting names, absolute. */
  public static Path folder(Path configFolder, String name) {
    return configFolder.toAbsolutePath().resolve(name).normalize();
  }

  private List<String> command(Path configFolder) {
    if (shell) {
      return List.of("sh", "-c", argv.get(0));
    }
    String program = argv.get(0);
    String found =
        program.contains("/") ? folder(configFolder).resolve(program).toString() : program;
    return Stream.concat(Stream.of(found), argv.stream().skip(1)).toList();
  }

  /** True when one of the words is the program, with or without a path before it. */
  public boolean names(Pattern program) {
    Stream<String> words = shell ? Arrays.stream(argv.get(0).split("[\\s;&|()]+")) : argv.stream();
    return words
        .map(word -> word.substring(word.lastIndexOf('/') + 1))
        .anyMatch(word -> program.matcher(word).matches());
  }
}

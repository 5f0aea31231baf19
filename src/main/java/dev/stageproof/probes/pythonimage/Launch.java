package dev.stageproof.probes.pythonimage;

import dev.stageproof.probes.image.ImageConfig;
import dev.stageproof.probes.image.ImageFile;
import dev.stageproof.probes.image.ImageFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which Python an image starts, and with what first on its path.
 *
 * @param python the interpreter as it is named, links not followed
 * @param first the folders that come first, with why
 * @param variables false when the interpreter is told to ignore its variables
 */
record Launch(Optional<ImageFile> python, List<Entry> first, boolean variables) {

  /** A folder of the path, and why it is on it. */
  record Entry(String folder, String from) {}

  private static final Pattern PYTHON = Pattern.compile("(python|pypy)([23](\\.\\d+)?t?)?");
  private static final String DEFAULT_PATH =
      "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
  private static final int HEAD = 512;
  private static final String TRAMPOLINE = "'''exec' ";

  /** Programs in Python that put the working directory on the path themselves. */
  private static final Set<String> FROM_HERE =
      Set.of(
          "uvicorn", "gunicorn", "hypercorn", "daphne", "celery", "flask", "functions-framework");

  static Launch of(ImageFiles files) {
    ImageConfig config = files.config();
    List<String> argv = StartCommand.of(config).argv();
    Optional<ImageFile> program = argv.stream().findFirst().flatMap(name -> which(files, name));
    if (program.filter(file -> isPython(file.path())).isPresent()) {
      PythonOptions options = PythonOptions.of(argv.subList(1, argv.size()));
      return new Launch(program, options.first(files), options.variables());
    }
    Optional<ImageFile> interpreter = program.flatMap(file -> interpreter(files, file));
    if (interpreter.isPresent()) {
      return new Launch(interpreter, beside(config, program.get()), true);
    }
    String how =
        argv.isEmpty()
            ? "the image starts nothing"
            : "how " + argv.get(0) + " starts Python is not read";
    Entry here = new Entry(config.workingDir(), "working directory, assumed: " + how);
    return new Launch(anyPython(files), List.of(here), true);
  }

  private static List<Entry> beside(ImageConfig config, ImageFile program) {
    Entry script = new Entry(Paths.parent(program.realPath()), "folder of " + program.path());
    String name = Paths.name(program.path());
    return FROM_HERE.contains(name)
        ? List.of(
            new Entry(config.workingDir(), "working directory, which " + name + " adds"), script)
        : List.of(script);
  }

  private static boolean isPython(String path) {
    return PYTHON.matcher(Paths.name(path)).matches();
  }

  private static Optional<ImageFile> anyPython(ImageFiles files) {
    return Optional.ofNullable(files.config().env().get("VIRTUAL_ENV"))
        .flatMap(folder -> which(files, folder + "/bin/python"))
        .or(() -> which(files, "python3"))
        .or(() -> which(files, "python"));
  }

  private static Optional<ImageFile> which(ImageFiles files, String name) {
    ImageConfig config = files.config();
    if (name.contains("/")) {
      return file(files, Paths.resolve(config.workingDir(), name));
    }
    return Arrays.stream(config.env().getOrDefault("PATH", DEFAULT_PATH).split(":", -1))
        .map(folder -> Paths.resolve(config.workingDir(), folder))
        .flatMap(folder -> file(files, Paths.resolve(folder, name)).stream())
        .findFirst();
  }

  private static Optional<ImageFile> file(ImageFiles files, String path) {
    return files.find(path).filter(found -> !found.folder());
  }

  /** The Python of a script's first line. */
  private static Optional<ImageFile> interpreter(ImageFiles files, ImageFile script) {
    String[] lines = head(script).split("\n", 3);
    if (!lines[0].startsWith("#!")) {
      return Optional.empty();
    }
    boolean tooLong = lines.length > 1 && lines[1].startsWith(TRAMPOLINE);
    String command = tooLong ? lines[1].substring(TRAMPOLINE.length()) : lines[0].substring(2);
    return Arrays.stream(command.strip().split("\\s+", -1))
        .map(word -> word.replace("\"", ""))
        .filter(Launch::isPython)
        .findFirst()
        .flatMap(name -> which(files, name));
  }

  private static String head(ImageFile script) {
    try (InputStream content = script.open()) {
      return new String(content.readNBytes(HEAD), StandardCharsets.UTF_8);
    } catch (IOException e) {
      // A program that can't be read is one that is not understood, which the path then says.
      return "";
    }
  }
}

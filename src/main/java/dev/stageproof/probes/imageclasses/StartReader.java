package dev.stageproof.probes.imageclasses;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the Java program in the words that an image starts. */
final class StartReader {

  private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash");
  private static final Set<String> INITS = Set.of("tini", "tini-static", "dumb-init", "exec");
  private static final String BUILDPACK = "/cnb/";
  private static final String ELF = "\u007fELF";
  private static final int HEAD = 4;
  private static final int LONGEST_SCRIPT = 1 << 16;

  private final ImagePathFiles files;
  private final Map<String, String> env;
  private final String directory;

  StartReader(ImagePathFiles files, Map<String, String> env, String directory) {
    this.files = files;
    this.env = env;
    this.directory = directory;
  }

  /**
   * Reads the words of an entry point with its arguments.
   *
   * @throws UntoldException when they tell no class path
   */
  Launch read(List<String> words) throws UntoldException, IOException {
    List<String> left = new ArrayList<>(words);
    dropInit(left);
    if (left.isEmpty()) {
      throw new UntoldException("it starts no program of its own");
    }
    String program = left.remove(0);
    String name = lastName(program);
    if (SHELLS.contains(name) && left.size() > 1 && left.get(0).matches("-[a-z]*c")) {
      return read(new ShellWords(left.get(1), env).list());
    }
    if (name.equals("java")) {
      return new JavaCommand(files, env, directory).read(program, left);
    }
    return handsOn(program) ? read(left) : other(program);
  }

  /** Programs that only start another one: {@code tini -- java …}. */
  private static void dropInit(List<String> words) {
    while (!words.isEmpty() && INITS.contains(lastName(words.get(0)))) {
      words.remove(0);
      while (!words.isEmpty() && words.get(0).startsWith("-")) {
        words.remove(0);
      }
    }
  }

  /** A script that prepares something, and starts what it is given at its end. */
  private boolean handsOn(String program) throws IOException {
    if (!program.contains("/")) {
      return false;
    }
    String text = start(Paths.at(directory, program), LONGEST_SCRIPT);
    List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    return text.startsWith("#!")
        && lines.get(lines.size() - 1).equals("exec \"$@\"")
        && lines.stream().noneMatch(line -> line.matches("set\\b.*--.*|shift\\b.*"));
  }

  private String start(String path, int most) throws IOException {
    return new String(files.head(path, most), StandardCharsets.ISO_8859_1);
  }

  /** Spring Boot's jars may be made programs: a script with the jar behind it. */
  private Launch other(String program) throws UntoldException, IOException {
    String path = Paths.at(directory, program);
    if (path.endsWith(".jar")) {
      return new Launch(program, List.of(path), "java");
    }
    throw new UntoldException("it starts `" + program + "`, " + kind(program, path));
  }

  private String kind(String program, String path) throws IOException {
    if (path.startsWith(BUILDPACK)) {
      return "the launcher of a buildpack, which is not run to see what it starts";
    }
    String start = program.contains("/") ? start(path, HEAD) : "";
    if (start.startsWith("#!")) {
      return "a script, which is not run to see what it starts";
    }
    return start.equals(ELF) ? "a native program, which is no Java" : "which is no Java";
  }

  private static String lastName(String program) {
    return program.substring(program.lastIndexOf('/') + 1);
  }
}

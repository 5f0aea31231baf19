package dev.stageproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The real launcher in a folder of its own, with a Maven wrapper and Javas that are shell scripts
 * and write down how they were called. The folder's name holds a space.
 */
final class Installation {
  static final String BUILDING = "stageproof: building (first use, about a minute)…\n";
  static final String PREPARING =
      "stageproof: preparing a faster start (once for this build and Java)…\n";

  /** What the launcher may run; there is no java among them. */
  private static final List<String> PROGRAMS =
      List.of(
          "awk",
          "bash",
          "cat",
          "env",
          "find",
          "ln",
          "mkdir",
          "mktemp",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "tail",
          "touch");

  private final Path base;
  private final Path home;
  private final Map<String, String> environment = new TreeMap<>();

  Installation(Path base) throws IOException {
    this.base = base;
    home = Files.createDirectories(base.resolve("stage proof"));
    Files.createDirectories(base.resolve("records"));
    Path launcher = Files.copy(Path.of("stageproof"), home.resolve("stageproof"));
    assertThat(launcher).isExecutable();
    Fakes.script(home.resolve("mvnw"), Fakes.MAVEN);
    write("pom.xml");
    write("src/main/java/Main.java");
    write("templates/report.ftl");
    write("config/examples/demo.yaml");
    environment.put("RECORDS", base.resolve("records").toString());
    environment.put("TMPDIR", Files.createDirectories(base.resolve("tmp")).toString());
    environment.put("PATH", tools().toString());
  }

  /** What a run of the launcher answered. */
  record Answer(int exit, String out, String err) {

    /** The words that the JVM was given, in order. */
    List<String> words() {
      return out.lines().filter(line -> line.startsWith("<")).toList();
    }

    /** The words that the program was given. */
    List<String> arguments() {
      List<String> words = words();
      return words.subList(words.indexOf("<-jar>") + 2, words.size());
    }
  }

  Path home() {
    return home;
  }

  Path jar() {
    return home.resolve("target/stageproof.jar");
  }

  Installation with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Installation withoutBuilding() throws IOException {
    Files.createDirectories(jar().getParent());
    Files.writeString(jar(), "jar");
    return this;
  }

  /** Makes a JDK and lets JAVA_HOME point to it. */
  Installation javaHome(String version) throws IOException {
    return with("JAVA_HOME", jdk("jdk-" + version, version).toString());
  }

  /** Makes a JDK and puts a link to its java on PATH, as package managers do. */
  Installation javaOnPath(String version) throws IOException {
    Path java = jdk("path-jdk-" + version, version).resolve("bin/java");
    Path link = Files.createDirectories(base.resolve("alternatives")).resolve("java");
    Files.createSymbolicLink(link, java);
    Path bin = Files.createDirectories(base.resolve("usr-bin"));
    Files.createSymbolicLink(bin.resolve("java"), Path.of("../alternatives/java"));
    return with("PATH", bin + ":" + environment.get("PATH"));
  }

  /** A JDK with compiler and release file. */
  Path jdk(String name, String version) throws IOException {
    return Fakes.jdk(base.resolve(name), version);
  }

  Answer run(String... arguments) throws IOException, InterruptedException {
    return runAs(home.resolve("stageproof"), arguments);
  }

  Answer runAs(Path launcher, String... arguments) throws IOException, InterruptedException {
    return answerOf(start(launcher, arguments));
  }

  /** A start that has not been waited for. */
  record Started(Process process, Path out, Path err) {}

  Started start(Path launcher, String... arguments) throws IOException {
    Path out = Files.createTempFile(base, "run", ".out");
    Path err = Files.createTempFile(base, "run", ".err");
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(base.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    Process process = builder.start();
    try (var stdin = process.getOutputStream()) {
      stdin.write("from stdin\n".getBytes(StandardCharsets.UTF_8));
    }
    return new Started(process, out, err);
  }

  /** Waits until a fake has written something down, as long as the launcher runs. */
  void awaitRecord(String name, Started started) throws IOException, InterruptedException {
    while (records(name).isEmpty()) {
      assertThat(started.process().waitFor(20, TimeUnit.MILLISECONDS)).as("ended").isFalse();
    }
  }

  static Answer answerOf(Started started) throws IOException, InterruptedException {
    try {
      assertThat(started.process().waitFor(60, TimeUnit.SECONDS)).as("launcher ended").isTrue();
    } finally {
      started.process().destroyForcibly();
    }
    return new Answer(
        started.process().exitValue(),
        Files.readString(started.out()),
        Files.readString(started.err()));
  }

  /** The lines that the fakes wrote down: "builds" or "trainings". */
  List<String> records(String name) throws IOException {
    Path file = base.resolve("records").resolve(name);
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  /** The archives and marks of failures, without the notes that tell whose they are. */
  List<String> archives() throws IOException {
    Path folder = home.resolve("target/cds");
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".java"))
          .sorted()
          .toList();
    }
  }

  void age(String path, Instant modified) throws IOException {
    Files.setLastModifiedTime(home.resolve(path), FileTime.from(modified));
  }

  private void write(String path) throws IOException {
    Path file = home.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, path);
  }

  private Path tools() throws IOException {
    Path folder = Files.createDirectories(base.resolve("tools"));
    for (String program : PROGRAMS) {
      Files.createSymbolicLink(folder.resolve(program), real(program));
    }
    return folder;
  }

  private static Path real(String program) {
    return Stream.of("/bin", "/usr/bin")
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no " + program));
  }
}

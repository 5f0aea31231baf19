package dev.stageproof.probes.imageclasses;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The class path of a {@code java} command, as Java's launcher makes it.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/17/docs/specs/man/java.html">The java
 *     command</a>
 */
final class JavaCommand {

  private static final Set<String> CLASS_PATH = Set.of("-cp", "-classpath", "--class-path");
  private static final Set<String> MODULE_PATH = Set.of("-p", "--module-path");
  private static final Set<String> WITH_VALUE =
      Set.of(
          "--add-modules",
          "--add-opens",
          "--add-exports",
          "--add-reads",
          "--patch-module",
          "--limit-modules",
          "--upgrade-module-path",
          "--enable-native-access",
          "--source");
  private static final String PROPERTY = "-Djava.class.path=";
  private static final String AGENT = "-javaagent:";
  private static final String BOOT = "-Xbootclasspath/a:";
  private static final int MOST = 1 << 20;

  private final ImagePathFiles files;
  private final Map<String, String> env;
  private final String directory;
  private final List<String> told = new ArrayList<>();
  private final List<String> agents = new ArrayList<>();
  private Optional<String> path = Optional.empty();
  private Optional<String> modules = Optional.empty();
  private boolean started;

  JavaCommand(ImagePathFiles files, Map<String, String> env, String directory) {
    this.files = files;
    this.env = env;
    this.directory = directory;
  }

  /**
   * Reads the command's words. To be called once.
   *
   * @param arguments what follows {@code java}
   * @throws UntoldException when no program is started
   */
  Launch read(String java, List<String> arguments) throws UntoldException, IOException {
    told.add(java);
    vmOptions(env.getOrDefault("JAVA_TOOL_OPTIONS", ""));
    options(new ArrayDeque<>(ArgumentFile.words(env.getOrDefault("JDK_JAVA_OPTIONS", ""))));
    options(new ArrayDeque<>(arguments));
    if (!started) {
      throw new UntoldException("it starts `" + String.join(" ", told) + "` without a program");
    }
    String given = path.or(() -> set("CLASSPATH")).orElse(modules.isPresent() ? "" : ".");
    List<String> all = new ArrayList<>(elements(given));
    modules.ifPresent(written -> all.addAll(modulePath(written)));
    all.addAll(agents);
    return new Launch(String.join(" ", told), all.stream().distinct().toList(), java);
  }

  private Optional<String> set(String variable) {
    Optional<String> value = Optional.ofNullable(env.get(variable));
    value.ifPresent(text -> told.add(0, variable + "=" + text));
    return value;
  }

  /** Options that Java reads itself, not its launcher: they don't know {@code -cp}. */
  private void vmOptions(String text) {
    for (String word : ArgumentFile.words(text)) {
      property(word);
    }
  }

  private boolean property(String word) {
    if (word.startsWith(PROPERTY)) {
      path = Optional.of(word.substring(PROPERTY.length()));
      told.add(word);
      return true;
    }
    if (word.startsWith(AGENT)) {
      agents.add(Paths.at(directory, word.substring(AGENT.length()).split("=", 2)[0]));
      return true;
    }
    if (word.startsWith(BOOT)) {
      agents.addAll(elements(word.substring(BOOT.length())));
      return true;
    }
    return false;
  }

  private void options(Deque<String> left) throws UntoldException, IOException {
    while (!left.isEmpty() && !started) {
      String word = left.poll();
      if (word.startsWith("@") && !word.startsWith("@@")) {
        unfold(word).forEach(left::push);
      } else if (word.startsWith("-")) {
        option(word, left);
      } else {
        started = true;
        told.add(word);
      }
    }
  }

  /** The words of an argument file, the last one first. */
  private List<String> unfold(String word) throws UntoldException, IOException {
    String file = Paths.at(directory, word.substring(1));
    byte[] bytes =
        files
            .small(file, MOST)
            .orElseThrow(() -> new UntoldException("its argument file " + file + " is missing"));
    List<String> words = ArgumentFile.words(new String(bytes, StandardCharsets.UTF_8));
    List<String> reversed = new ArrayList<>(words);
    Collections.reverse(reversed);
    return reversed;
  }

  private void option(String word, Deque<String> left) throws UntoldException, IOException {
    if (property(word)) {
      return;
    }
    if (word.equals("-jar")) {
      String jar = value(word, left);
      path = Optional.of(jar);
      started(word, jar);
    } else if (CLASS_PATH.contains(word)) {
      path = Optional.of(value(word, left));
      told.add(word);
      told.add(path.get());
    } else if (word.startsWith("--class-path=")) {
      path = Optional.of(word.substring(word.indexOf('=') + 1));
      told.add(word);
    } else if (MODULE_PATH.contains(word) || word.startsWith("--module-path=")) {
      modules = Optional.of(given(word, left));
      told.add(word);
    } else if (word.equals("-m") || word.equals("--module") || word.startsWith("--module=")) {
      started(word, given(word, left));
    } else if (WITH_VALUE.contains(word)) {
      value(word, left);
    }
  }

  private void started(String word, String value) {
    started = true;
    told.add(word);
    told.add(value);
  }

  private String given(String word, Deque<String> left) throws UntoldException, IOException {
    return word.startsWith("--") && word.contains("=")
        ? word.substring(word.indexOf('=') + 1)
        : value(word, left);
  }

  /** An argument file may stand for the value of an option, as Jib does it. */
  private String value(String option, Deque<String> left) throws UntoldException, IOException {
    while (!left.isEmpty()) {
      String word = left.poll();
      if (!word.startsWith("@") || word.startsWith("@@")) {
        return word;
      }
      unfold(word).forEach(left::push);
    }
    throw new UntoldException("its option " + option + " has no value");
  }

  /** An empty element stands for the directory. */
  private List<String> elements(String classPath) {
    return classPath.isEmpty()
        ? List.of()
        : List.of(classPath.split(":", -1)).stream()
            .map(element -> Paths.at(directory, element))
            .toList();
  }

  /** An element is a module, or a folder of modules: either is searched. */
  private List<String> modulePath(String written) {
    List<String> all = new ArrayList<>();
    for (String element : elements(written)) {
      all.add(element);
      if (!element.endsWith(".jar")) {
        all.add(Paths.at(element, "*"));
      }
    }
    return all;
  }
}

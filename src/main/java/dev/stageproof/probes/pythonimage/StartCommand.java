package dev.stageproof.probes.pythonimage;

import dev.stageproof.probes.image.ImageConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * How an image starts, with what only wraps the program taken off.
 *
 * @param argv the program and its arguments; may be empty
 */
record StartCommand(List<String> argv) {

  private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash");
  private static final Set<String> WRAPPERS =
      Set.of("exec", "tini", "dumb-init", "env", "--", "nice");

  static StartCommand of(ImageConfig config) {
    List<String> argv = new ArrayList<>(config.entrypoint());
    argv.addAll(config.cmd());
    return new StartCommand(unwrapped(inShell(unwrapped(argv))));
  }

  /** The words of {@code sh -c "…"}; a shell's own syntax in them is not understood. */
  private static List<String> inShell(List<String> argv) {
    boolean shell =
        argv.size() > 2 && SHELLS.contains(Paths.name(argv.get(0))) && argv.get(1).equals("-c");
    return shell ? unwrapped(Arrays.stream(argv.get(2).strip().split("\\s+", -1)).toList()) : argv;
  }

  private static List<String> unwrapped(List<String> argv) {
    int at = 0;
    boolean wrapped = false;
    while (at < argv.size()
        && (WRAPPERS.contains(Paths.name(argv.get(at)))
            || (wrapped && argv.get(at).startsWith("-")))) {
      wrapped = true;
      at++;
    }
    return List.copyOf(argv.subList(at, argv.size()));
  }

  String words() {
    return String.join(" ", argv);
  }
}

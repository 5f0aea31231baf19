package dev.stageproof.probes.pythonimage;

import dev.stageproof.probes.image.ImageFile;
import dev.stageproof.probes.image.ImageFiles;
import dev.stageproof.probes.pythonimage.Launch.Entry;
import java.util.List;
import java.util.Optional;

/**
 * What the interpreter's arguments say about its path.
 *
 * @param script the script or folder to run; empty with -m, -c, or nothing to run
 * @param module what -m runs
 * @param variables false with -E and -I
 * @param safe true with -P and -I: neither the script's folder nor the working directory count
 * @see <a href="https://docs.python.org/3/using/cmdline.html">Python's command line</a>
 */
record PythonOptions(
    Optional<String> script, Optional<String> module, boolean variables, boolean safe) {

  private static final String WITH_VALUE = "WX";

  static PythonOptions of(List<String> arguments) {
    boolean variables = true;
    boolean safe = false;
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (!argument.startsWith("-") || argument.equals("-")) {
        return new PythonOptions(
            Optional.of(argument).filter(name -> !name.equals("-")),
            Optional.empty(),
            variables,
            safe);
      }
      String flags = argument.startsWith("--") ? "" : argument.substring(1);
      String before = flags.split("[WXmc]", 2)[0];
      variables &= !before.contains("E") && !before.contains("I");
      safe |= before.contains("P") || before.contains("I");
      String rest = flags.substring(before.length());
      if (rest.startsWith("m") || rest.startsWith("c")) {
        String value =
            rest.length() > 1
                ? rest.substring(1)
                : i + 1 < arguments.size() ? arguments.get(i + 1) : "";
        return new PythonOptions(
            Optional.empty(),
            Optional.of(value).filter(name -> rest.startsWith("m")),
            variables,
            safe);
      }
      i += rest.length() == 1 && WITH_VALUE.contains(rest) ? 1 : 0;
    }
    return new PythonOptions(Optional.empty(), Optional.empty(), variables, safe);
  }

  List<Entry> first(ImageFiles files) {
    String here = files.config().workingDir();
    if (safe || (variables && files.config().env().containsKey("PYTHONSAFEPATH"))) {
      return List.of();
    }
    if (script.isEmpty()) {
      return List.of(
          new Entry(
              here,
              "working directory"
                  + module.map(name -> ", as -m " + name + " is run there").orElse("")));
    }
    String path = Paths.resolve(here, script.get());
    Optional<ImageFile> file = files.find(path);
    boolean folder = file.filter(ImageFile::folder).isPresent();
    String real = file.map(ImageFile::realPath).orElse(path);
    return List.of(new Entry(folder ? real : Paths.parent(real), "folder of " + script.get()));
  }
}

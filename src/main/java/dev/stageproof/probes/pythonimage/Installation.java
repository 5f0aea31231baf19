package dev.stageproof.probes.pythonimage;

import dev.stageproof.probes.image.ImageFile;
import dev.stageproof.probes.image.ImageFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where an interpreter keeps its own modules and the installed ones.
 *
 * @param version such as "3.11"
 * @param library folders of the interpreter's own modules
 * @param sites folders of installed packages
 * @see <a href="https://docs.python.org/3/library/site.html">site</a>
 */
record Installation(Optional<String> version, List<String> library, List<String> sites) {

  private static final Pattern VERSION = Pattern.compile("(3\\.\\d+)");
  private static final int LARGEST_SETTING = 64 << 10;

  static Installation none() {
    return new Installation(Optional.empty(), List.of(), List.of());
  }

  static Installation of(ImageFiles files, ImageFile python) {
    String beside = Paths.parent(python.path());
    Optional<ImageFile> setting =
        Stream.of(Paths.parent(beside), beside)
            .flatMap(folder -> files.find(folder + "/pyvenv.cfg").stream())
            .findFirst();
    String real = Paths.parent(Paths.parent(python.realPath()));
    if (setting.isEmpty()) {
      Optional<String> version = version(files, Paths.name(python.realPath()), real);
      return new Installation(version, library(real, version), system(files, real, version));
    }
    String text = text(setting.get());
    String base = value(text, "home").map(Paths::parent).orElse(real);
    Optional<String> version =
        value(text, "version")
            .or(() -> value(text, "version_info"))
            .flatMap(Installation::numbers)
            .or(() -> version(files, Paths.name(python.realPath()), base));
    String venv = Paths.parent(setting.get().path());
    boolean both = value(text, "include-system-site-packages").filter("true"::equals).isPresent();
    return new Installation(
        version,
        library(base, version),
        Stream.concat(
                version.map(number -> venv + "/lib/python" + number + "/site-packages").stream(),
                both ? system(files, base, version).stream() : Stream.of())
            .toList());
  }

  private static Optional<String> version(ImageFiles files, String program, String prefix) {
    return numbers(program)
        .or(
            () ->
                files.list(prefix + "/lib").stream()
                    .map(folder -> Paths.name(folder.path()))
                    .filter(name -> name.startsWith("python3."))
                    .flatMap(name -> numbers(name).stream())
                    .max(Comparator.comparing(number -> Integer.parseInt(number.substring(2)))));
  }

  private static Optional<String> numbers(String text) {
    Matcher matcher = VERSION.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static List<String> library(String prefix, Optional<String> version) {
    return version
        .map(
            number ->
                List.of(
                    prefix + "/lib/python" + number.replace(".", "") + ".zip",
                    prefix + "/lib/python" + number,
                    prefix + "/lib/python" + number + "/lib-dynload"))
        .orElse(List.of());
  }

  private static List<String> system(ImageFiles files, String prefix, Optional<String> version) {
    if (version.isEmpty()) {
      return List.of();
    }
    String lib = "/lib/python" + version.get();
    return Stream.of(
            home(files) + "/.local" + lib + "/site-packages",
            "/usr/local" + lib + "/dist-packages",
            prefix + lib + "/site-packages",
            prefix + "/lib/python3/dist-packages",
            prefix + lib + "/dist-packages")
        .distinct()
        .filter(folder -> files.find(folder).filter(ImageFile::folder).isPresent())
        .toList();
  }

  private static String home(ImageFiles files) {
    String user = files.config().user().map(name -> name.split(":", 2)[0]).orElse("root");
    boolean root = user.isEmpty() || user.equals("root") || user.equals("0");
    return files.config().env().getOrDefault("HOME", root ? "/root" : "/home/" + user);
  }

  private static String text(ImageFile file) {
    try {
      return new String(file.read(LARGEST_SETTING), StandardCharsets.UTF_8);
    } catch (IOException e) {
      // Without it the environment is taken for one with the interpreter's own version and home.
      return "";
    }
  }

  private static Optional<String> value(String text, String key) {
    return text.lines()
        .map(line -> line.split("=", 2))
        .filter(pair -> pair.length == 2 && pair[0].strip().toLowerCase(Locale.ROOT).equals(key))
        .map(pair -> pair[1].strip())
        .findFirst();
  }
}

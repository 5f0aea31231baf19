package dev.stageproof.house;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The map of the house: which room may see which, and which room may use which library.
 *
 * @param root the package that holds the rooms; the planted violations live under another one
 */
record House(String root) {

  /** Rooms that have sub-rooms which never see each other. */
  private static final Set<String> WINGS = Set.of("checks", "probes", "formats", "publish");

  /** What each room sees besides itself; a room that is not listed does not exist. */
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("cli", Set.of("gate", "offline", "sandbox", "refdoc", "spi", "shape", "model")),
          Map.entry(
              "gate",
              Set.of(
                  "config", "engine", "judge", "offline", "report", "stored", "spi", "shape",
                  "model")),
          Map.entry("offline", Set.of("judge", "model")),
          Map.entry("publish", Set.of("spi", "model")),
          Map.entry("checks", Set.of("observe", "spi", "model")),
          Map.entry("probes", Set.of("observe", "spi", "shape", "model")),
          Map.entry("formats", Set.of("report", "spi", "shape", "model")),
          Map.entry("sandbox", Set.of("model")),
          Map.entry("config", Set.of("spi", "shape", "model")),
          Map.entry("engine", Set.of("spi", "shape", "model")),
          Map.entry("judge", Set.of("model")),
          Map.entry("report", Set.of("spi", "shape", "model")),
          Map.entry("refdoc", Set.of("spi", "shape", "model")),
          Map.entry("stored", Set.of("shape", "model")),
          Map.entry("observe", Set.of("spi", "model")),
          Map.entry("spi", Set.of("model")),
          Map.entry("shape", Set.of("model")),
          Map.entry("model", Set.of()));

  /** Passages within a wing: what two siblings share stands in a room below both. */
  private static final Map<String, Set<String>> PASSAGES =
      Map.ofEntries(
          Map.entry("probes.cloudrun", Set.of("probes.google")),
          Map.entry("checks.http", Set.of("checks.requests")),
          Map.entry("formats.github", Set.of("formats.markdown")),
          Map.entry("formats.template", Set.of("formats.markdown", "formats.templates")),
          Map.entry("checks.websocket", Set.of("checks.requests")),
          Map.entry("checks.grpchealth", Set.of("checks.requests")),
          Map.entry("probes.http", Set.of("probes.google", "probes.reach")),
          Map.entry("probes.websocket", Set.of("probes.google", "probes.reach")),
          Map.entry("probes.grpchealth", Set.of("probes.google", "probes.reach")),
          Map.entry("probes.logfile", Set.of("probes.entries")),
          Map.entry("probes.registry", Set.of("probes.google")),
          Map.entry("probes.image", Set.of("probes.registry")),
          Map.entry("probes.logging", Set.of("probes.entries", "probes.google", "probes.job")),
          Map.entry("probes.job", Set.of("probes.entries", "probes.google")),
          Map.entry("probes.pythonimage", Set.of("probes.image", "probes.pythonsource")),
          Map.entry("checks.command", Set.of("checks.places", "checks.programs")),
          Map.entry("probes.imageclasses", Set.of("probes.classfiles", "probes.image")),
          Map.entry("checks.classpresence", Set.of("checks.places")),
          Map.entry("checks.pythonimport", Set.of("checks.places")),
          Map.entry("checks.testsuite", Set.of("checks.programs")),
          Map.entry("probes.testrun", Set.of("probes.process")),
          Map.entry("checks.logpattern", Set.of("checks.logs")),
          Map.entry("checks.logmetric", Set.of("checks.logs")),
          Map.entry("checks.lognovelty", Set.of("checks.logs")),
          Map.entry("formats.markdown", Set.of("formats.templates")),
          Map.entry("formats.html", Set.of("formats.templates")),
          Map.entry("probes.recorded", Set.of("shape", "stored")));

  /** Libraries that only some rooms may use, by package prefix. */
  private static final Map<String, List<String>> LIBRARIES =
      Map.ofEntries(
          Map.entry("picocli", List.of("cli")),
          Map.entry("freemarker", List.of("formats")),
          Map.entry("org.snakeyaml", List.of("config")),
          Map.entry("okhttp3", List.of("probes", "publish", "sandbox")),
          Map.entry("com.google.cloud", List.of("probes", "sandbox")),
          Map.entry("com.google.api", List.of("probes", "sandbox")),
          Map.entry("com.google.auth", List.of("probes", "sandbox")),
          Map.entry("com.google.logging", List.of("probes", "sandbox")),
          Map.entry("com.google.protobuf", List.of("probes", "sandbox")),
          Map.entry("io.grpc", List.of("probes", "sandbox")),
          Map.entry("org.objectweb.asm", List.of("probes")),
          Map.entry("org.apache.commons.compress", List.of("probes")),
          Map.entry("org.apache.commons.io", List.of("probes")),
          Map.entry("com.google.common", List.of("probes")),
          Map.entry("io.airlift.compress", List.of("probes")),
          Map.entry("com.jayway", List.of("checks", "observe")),
          Map.entry("dev.failsafe", List.of("engine")),
          Map.entry(
              "com.fasterxml.jackson",
              List.of(
                  "checks", "config", "engine", "formats", "observe", "probes", "publish", "refdoc",
                  "sandbox", "shape")),
          Map.entry("com.google.re2j", List.of("checks", "observe", "probes", "sandbox")));

  /** Types that reach the outside world, by prefix of their full name. */
  private static final List<String> WORLD =
      List.of(
          "java.io.File",
          "java.io.RandomAccessFile",
          "java.lang.Process",
          "java.lang.Runtime",
          "java.net.Socket",
          "java.net.ServerSocket",
          "java.net.DatagramSocket",
          "java.net.HttpURLConnection",
          "java.net.InetAddress",
          "java.net.URL",
          "java.net.http",
          "java.nio.channels",
          "java.nio.file.FileSystem",
          "java.nio.file.Files",
          "javax.net",
          "com.sun.net");

  /** Parts of {@link #WORLD} by name that reach nothing. */
  private static final Set<String> HARMLESS =
      Set.of("java.net.URLEncoder", "java.net.URLDecoder", "java.lang.RuntimeException");

  /** Rooms whose code is a pure function. */
  private static final Set<String> PURE =
      Set.of("checks", "judge", "model", "offline", "spi", "shape", "observe", "refdoc", "stored");

  /** The only room that reads the system clock and writes to the standard streams. */
  static final String OUTERMOST = "cli";

  /** The room of a class: "checks.http", "judge"; empty for a class outside the root. */
  Optional<String> room(String className) {
    if (!className.startsWith(root + ".")) {
      return Optional.empty();
    }
    String[] parts = className.substring(root.length() + 1).split("\\.", -1);
    boolean wing = WINGS.contains(parts[0]) && parts.length > 2;
    return Optional.of(wing ? parts[0] + "." + parts[1] : parts[0]);
  }

  boolean exists(String room) {
    return ARROWS.containsKey(wing(room));
  }

  boolean sees(String room, String other) {
    return room.equals(other)
        || ARROWS.get(wing(room)).contains(other)
        || PASSAGES.getOrDefault(room, Set.of()).contains(other);
  }

  boolean mayUse(String room, String className) {
    return LIBRARIES.entrySet().stream()
        .filter(library -> className.startsWith(library.getKey() + "."))
        .allMatch(library -> library.getValue().contains(wing(room)));
  }

  boolean pure(String room) {
    return PURE.contains(wing(room));
  }

  static boolean reachesTheWorld(String className) {
    return !HARMLESS.contains(className) && WORLD.stream().anyMatch(className::startsWith);
  }

  private static String wing(String room) {
    return room.contains(".") ? room.substring(0, room.indexOf('.')) : room;
  }
}

package dev.stageproof.bench;

import dev.stageproof.observe.ClassFilesObservation;
import dev.stageproof.observe.ClassFilesRequest;
import dev.stageproof.observe.ClassQuestions;
import dev.stageproof.observe.ImageClassesRequest;
import dev.stageproof.observe.ImageSource;
import dev.stageproof.probes.Deadline;
import dev.stageproof.probes.classfiles.ClassFilesProbe;
import dev.stageproof.probes.image.Images;
import dev.stageproof.probes.imageclasses.ImageClassesProbe;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Measures the search for a class in a large executable jar, on this machine and in an image, cold
 * and warm, against two references in the same run: reading every byte of the jar once, and walking
 * through all its entries and those of its nested jars as a stream. Medians after two rounds that
 * don't count, in one process; then whole processes with a heap of 64 MiB and the peak of their
 * resident memory. It writes jar and image, about 130 MB for the usual 62 nested jars, to the
 * folder that it is given and leaves them there. Run it in the project's folder, on a machine that
 * does nothing else.
 *
 * <pre>
 * mvn package dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -cp target/classes:target/test-classes:$(cat target/classpath) \
 *     dev.stageproof.bench.ClassSearchBench compare target 62
 * </pre>
 *
 * <p>Fails unless the jar has 60 MB and the class is found in both of its nested jars.
 */
public final class ClassSearchBench {
  private static final int ROUNDS = 7;
  private static final int WARM_UP = 2;
  private static final long LEAST_BYTES = 60_000_000;
  private static final int BUFFER = 1 << 16;

  private ClassSearchBench() {}

  /** Runs {@code compare FOLDER NESTED-JARS} or {@code search LAYOUT CACHE}. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 3) {
      throw new IllegalArgumentException("compare FOLDER NESTED-JARS, or search LAYOUT CACHE");
    }
    if (arguments[0].equals("search")) {
      long began = System.nanoTime();
      ClassFilesObservation seen = inImage(Path.of(arguments[1]), Path.of(arguments[2]));
      System.out.printf("%d classes in %d ms%n", seen.scanned(), millisSince(began));
      Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmHWM"))
          .forEach(System.out::println);
    } else {
      Path folder = Path.of(arguments[1]);
      compare(BootImage.in(folder, Integer.parseInt(arguments[2])), folder.resolve("boot-cache"));
    }
  }

  private static void compare(BootImage image, Path cache) throws Exception {
    require(Files.size(image.jar()) >= LEAST_BYTES, "the jar is smaller than 60 MB");
    Map<String, Callable<Long>> ways = new LinkedHashMap<>();
    ways.put("every byte of the jar, once", () -> drained(image.jar()));
    ways.put("all entries, as a stream", () -> streamed(image.jar()));
    ways.put("class-presence, local", () -> onMachine(image.jar()).scanned());
    ways.put(
        "class-presence, image, cold",
        () -> {
          delete(cache);
          return inImage(image.layout(), cache).scanned();
        });
    ways.put("class-presence, image, warm", () -> inImage(image.layout(), cache).scanned());
    print(measured(ways));
    delete(cache);
    process("cold", image.layout(), cache);
    process("warm", image.layout(), cache);
    delete(cache);
  }

  private static Map<String, List<Long>> measured(Map<String, Callable<Long>> ways)
      throws Exception {
    Map<String, List<Long>> micros = new LinkedHashMap<>();
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      for (Map.Entry<String, Callable<Long>> way : ways.entrySet()) {
        long began = System.nanoTime();
        require(way.getValue().call() > 0, way.getKey() + " saw nothing");
        long took = (System.nanoTime() - began) / 1000;
        List<Long> all = micros.computeIfAbsent(way.getKey(), name -> new ArrayList<>());
        if (round >= WARM_UP) {
          all.add(took);
        }
      }
    }
    return micros;
  }

  private static void print(Map<String, List<Long>> micros) {
    double base = median(micros.values().iterator().next());
    micros.forEach(
        (name, all) ->
            System.out.printf(
                "%-28s %8.1f ms (%.1f to %.1f)  %6.2f x reading it once%n",
                name,
                median(all) / 1000,
                Collections.min(all) / 1000.0,
                Collections.max(all) / 1000.0,
                median(all) / base));
  }

  private static void process(String name, Path layout, Path cache) throws Exception {
    System.out.println("a process with a heap of 64 MiB, " + name + " cache:");
    Process child =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                ClassSearchBench.class.getName(),
                "search",
                layout.toString(),
                cache.toString())
            .inheritIO()
            .start();
    require(child.waitFor() == 0, "the process failed");
  }

  private static ClassFilesObservation onMachine(Path jar) throws Exception {
    return checked(
        new ClassFilesProbe()
            .observe(
                new ClassFilesRequest(List.of(jar.toAbsolutePath().toString()), questions()),
                Deadline.in(Duration.ofMinutes(5))));
  }

  private static ClassFilesObservation inImage(Path layout, Path cache) throws Exception {
    ImageSource source =
        new ImageSource.Layout(layout.toAbsolutePath().toString(), Optional.empty());
    try (ImageClassesProbe probe = new ImageClassesProbe(new Images(cache))) {
      return checked(
          probe
              .observe(
                  new ImageClassesRequest(source, List.of(), questions()),
                  Deadline.in(Duration.ofMinutes(5)))
              .classes());
    }
  }

  private static ClassQuestions questions() {
    return new ClassQuestions(List.of(BootImage.DUPLICATE), Optional.empty());
  }

  private static ClassFilesObservation checked(ClassFilesObservation seen) {
    require(seen.of(BootImage.DUPLICATE).size() == 2, "the class was not found twice");
    return seen;
  }

  private static long drained(Path jar) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    try (InputStream in = Files.newInputStream(jar)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
      }
    }
    return bytes;
  }

  private static long streamed(Path jar) throws IOException {
    try (InputStream in = Files.newInputStream(jar)) {
      return entries(new ZipInputStream(in));
    }
  }

  private static long entries(ZipInputStream zip) throws IOException {
    long count = 0;
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      count += entry.getName().endsWith(".jar") ? entries(new ZipInputStream(zip)) : 1;
    }
    return count;
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }

  private static double median(List<Long> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static long millisSince(long began) {
    return Duration.ofNanos(System.nanoTime() - began).toMillis();
  }
}

package dev.stageproof.probes.imageclasses;

import dev.stageproof.observe.ImageClassesObservation.JavaRelease;
import dev.stageproof.probes.image.ImageFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which Java an image has: the {@code release} file of the installation tells it. */
record ImageJava(ImagePathFiles files, Map<String, String> env, String directory) {

  private static final Pattern VERSION =
      Pattern.compile("(?m)^JAVA_VERSION=\"(1\\.)?(?<number>\\d{1,3})\\b");
  private static final int MOST = 1 << 20;

  /** Where programs are looked up when the image sets no {@code PATH}. */
  private static final String USUAL = "/usr/local/bin:/usr/bin:/bin";

  /**
   * The release of the Java that a program stands for.
   *
   * @param java the program as it is started: {@code java}, or its path
   */
  Optional<JavaRelease> release(String java) throws IOException {
    for (String home : homes(java)) {
      String file = Paths.at(home, "release");
      Optional<byte[]> bytes = files.small(file, MOST);
      if (bytes.isPresent()) {
        Matcher matcher = VERSION.matcher(new String(bytes.get(), StandardCharsets.UTF_8));
        if (matcher.find()) {
          return Optional.of(new JavaRelease(Integer.parseInt(matcher.group("number")), file));
        }
      }
    }
    return Optional.empty();
  }

  /** The folder above the program's own, links followed; an older Java has a {@code jre} in it. */
  private List<String> homes(String java) {
    List<String> homes = new ArrayList<>();
    program(java)
        .ifPresent(
            file -> {
              homes.add(Paths.at(file.realPath(), "../.."));
              homes.add(Paths.at(file.realPath(), "../../.."));
            });
    Optional.ofNullable(env.get("JAVA_HOME")).ifPresent(homes::add);
    return homes;
  }

  private Optional<ImageFile> program(String java) {
    if (java.contains("/")) {
      return files.image().find(Paths.at(directory, java));
    }
    for (String folder : env.getOrDefault("PATH", USUAL).split(":", -1)) {
      Optional<ImageFile> found = files.image().find(Paths.at(Paths.at(directory, folder), java));
      if (found.filter(file -> !file.folder()).isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}

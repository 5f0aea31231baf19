package dev.stageproof.bench;

import dev.stageproof.probes.classfiles.Jars;
import dev.stageproof.testing.images.TestImage;
import dev.stageproof.testing.images.TestLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * An executable jar as Spring Boot makes it, alone and in an image: about a megabyte for each
 * nested jar, of 400 classes that don't shrink when they are packed. One class is in the first
 * nested jar and in the last one.
 *
 * @param jar the jar
 * @param layout the image's folder, its layer packed by gzip
 */
record BootImage(Path jar, Path layout) {
  static final String DUPLICATE = "com.acme.api.Api";
  private static final int CLASSES = 400;
  private static final int CLASS_BYTES = 2600;

  /** Writes both to a folder, or finds them there. */
  static BootImage in(Path folder, int megabytes) throws IOException {
    BootImage image =
        new BootImage(
            folder.resolve("boot-" + megabytes + ".jar"),
            folder.resolve("boot-image-" + megabytes));
    if (!Files.exists(image.layout.resolve("index.json"))) {
      byte[] bytes = boot(megabytes);
      Files.createDirectories(folder);
      Files.write(image.jar, bytes);
      TestImage built =
          TestImage.of(new TestLayer().file("app/app.jar", bytes).gzip())
              .startedBy("{\"Entrypoint\": [\"java\", \"-jar\", \"/app/app.jar\"]}");
      TestImage.write(built.layout("boot"), image.layout);
    }
    return image;
  }

  private static byte[] boot(int jars) {
    Random random = new Random(7);
    Jars boot = new Jars().withClass("BOOT-INF/classes/", "com.acme.App");
    for (int i = 0; i < jars; i++) {
      boolean holdsIt = i == 0 || i == jars - 1;
      boot.with("BOOT-INF/lib/library-" + i + ".jar", library(i, holdsIt, random));
    }
    return boot.stored();
  }

  private static byte[] library(int number, boolean holdsIt, Random random) {
    Jars library = new Jars();
    byte[] bytes = new byte[CLASS_BYTES];
    for (int i = 0; i < CLASSES; i++) {
      random.nextBytes(bytes);
      library.with("com/acme/library" + number + "/part/Class" + i + ".class", bytes.clone());
    }
    return holdsIt ? library.withClass("", DUPLICATE).bytes() : library.bytes();
  }
}

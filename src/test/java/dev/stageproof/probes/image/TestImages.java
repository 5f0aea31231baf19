package dev.stageproof.probes.image;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stageproof.model.Gap;
import dev.stageproof.observe.ImageSource;
import dev.stageproof.probes.google.TestLook;
import dev.stageproof.probes.registry.ImageRegistry;
import dev.stageproof.spi.ProbeSettings;
import dev.stageproof.spi.UnobservedException;
import dev.stageproof.testing.images.TestImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens images of a test below one folder: the cache is in {@code cache}. */
record TestImages(Path folder, Limits limits) {
  static final Instant NOW = Instant.parse("2025-09-15T08:47:00Z");

  TestImages(Path folder) {
    this(folder, Limits.standard());
  }

  static TestLook look() {
    return look(Duration.ofSeconds(20));
  }

  static TestLook look(Duration limit) {
    return new TestLook(ProbeSettings.at(ProbeSettings.Endpoints.google()), NOW, limit);
  }

  Path cache() {
    return folder.resolve("cache");
  }

  Images images() {
    return new Images(new ImageRegistry(folder.resolve("config.json")), cache(), limits);
  }

  /** Written as a layout. */
  ImageSource layout(TestImage image) throws IOException {
    Path layout = TestImage.write(image.layout("app:1"), folder.resolve("layout"));
    return new ImageSource.Layout(layout.toString(), Optional.empty());
  }

  /** Why an image can't be opened. */
  Gap gap(ImageSource source) {
    return catchThrowableOfType(
            UnobservedException.class,
            () -> {
              try (Images images = images()) {
                images.open(source, look());
              }
            })
        .gap();
  }

  Gap gap(TestImage image) throws IOException {
    return gap(layout(image));
  }

  /** What is in the cache. */
  List<String> cached() throws IOException {
    try (Stream<Path> files = Files.list(cache())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  static String text(ImageFiles files, String path) throws IOException {
    return new String(files.find(path).orElseThrow().read(1 << 20), StandardCharsets.UTF_8);
  }

  static List<String> paths(Stream<ImageFile> files) {
    return files.map(ImageFile::path).toList();
  }
}

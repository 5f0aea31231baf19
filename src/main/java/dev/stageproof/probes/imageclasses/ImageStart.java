package dev.stageproof.probes.imageclasses;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.ImageClassesObservation.JavaRelease;
import dev.stageproof.probes.classfiles.PathFiles;
import dev.stageproof.probes.image.ImageConfig;
import dev.stageproof.probes.image.ImageFiles;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The program that an image starts. */
final class ImageStart {

  private final ImagePathFiles files;
  private final ImageConfig config;
  private final StartReader reader;

  ImageStart(ImageFiles image) {
    this.files = new ImagePathFiles(image);
    this.config = image.config();
    this.reader = new StartReader(files, config.env(), config.workingDir());
  }

  Launch launch() throws UnobservedException, IOException {
    try {
      return reader.read(
          Stream.of(config.entrypoint(), config.cmd()).flatMap(List::stream).toList());
    } catch (UntoldException e) {
      throw new UnobservedException(
          Gap.of(
              GapReason.NOT_FOUND,
              "the image tells no class path: " + e.getMessage(),
              "Name the image's jars and folders in `class-path`"
                  + likely().map(path -> ", such as `" + path + "`").orElse("")
                  + "; without Java in the image, take the check out."),
          e);
    }
  }

  /** What in the working directory looks like an application. */
  private Optional<String> likely() {
    String directory = config.workingDir();
    if (files.kind(Paths.at(directory, "BOOT-INF")) == PathFiles.Kind.FOLDER) {
      return Optional.of(directory);
    }
    return files.names(directory).stream().anyMatch(name -> name.endsWith(".jar"))
        ? Optional.of(Paths.at(directory, "*"))
        : Optional.empty();
  }

  /** True unless the entry point alone starts the same. */
  boolean byArguments(Launch launch) throws IOException {
    try {
      return !reader.read(config.entrypoint()).equals(launch);
    } catch (UntoldException e) {
      return true;
    }
  }

  Optional<JavaRelease> java(String program) throws IOException {
    return new ImageJava(files, config.env(), config.workingDir()).release(program);
  }
}

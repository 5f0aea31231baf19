package dev.stageproof.probes.presence;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.PresenceObservation;
import dev.stageproof.observe.PresenceRequest;
import dev.stageproof.observe.PresenceRequest.Kind;
import dev.stageproof.spi.Probe;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks whether files and programs are there. */
public final class PresenceProbe implements Probe<PresenceRequest, PresenceObservation> {

  private final String searchPath;

  /** For the service loader. */
  public PresenceProbe() {
    this(Optional.ofNullable(System.getenv("PATH")).orElse(""));
  }

  /**
   * @param searchPath where programs are looked up, as in {@code PATH}
   */
  PresenceProbe(String searchPath) {
    this.searchPath = searchPath;
  }

  @Override
  public Class<PresenceRequest> requestType() {
    return PresenceRequest.class;
  }

  @Override
  public PresenceObservation observe(PresenceRequest request, ProbeContext context)
      throws UnobservedException {
    try {
      return candidates(request)
          .filter(path -> fits(request.kindOfFile(), path))
          .findFirst()
          .map(path -> new PresenceObservation(path.toString()))
          .orElseThrow(() -> new UnobservedException(missing(request)));
    } catch (InvalidPathException e) {
      throw new UnobservedException(missing(request), e);
    }
  }

  private Stream<Path> candidates(PresenceRequest request) {
    if (request.kindOfFile() == Kind.FILE || request.name().contains("/")) {
      return Stream.of(Path.of(request.directory()).resolve(request.name()));
    }
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(searchPath)
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, request.name()));
  }

  private static boolean fits(Kind kind, Path path) {
    return kind == Kind.FILE
        ? Files.isReadable(path)
        : Files.isRegularFile(path) && Files.isExecutable(path);
  }

  private static Gap missing(PresenceRequest request) {
    return request.kindOfFile() == Kind.FILE
        ? Gap.of(
            GapReason.NOT_FOUND,
            "it is not there, or may not be read",
            "make it, or correct the path that names it")
        : Gap.of(
            GapReason.NOT_INSTALLED,
            request.name().contains("/") ? "no such program" : "no such program in PATH",
            "install it, or correct the check that runs it");
  }
}

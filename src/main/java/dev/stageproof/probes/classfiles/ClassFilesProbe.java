package dev.stageproof.probes.classfiles;

import dev.stageproof.observe.ClassFilesObservation;
import dev.stageproof.observe.ClassFilesRequest;
import dev.stageproof.spi.Probe;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds classes in jars and folders. A place ending in {@code /*} stands for all jars of a folder,
 * as on Java's own class path. Classes count where Java and Spring Boot would load them from; of a
 * multi-release jar only the base variants count. One place that can't be read whole, and there is
 * no answer: an absence in the rest would prove nothing.
 */
public final class ClassFilesProbe implements Probe<ClassFilesRequest, ClassFilesObservation> {

  private static final String ALL_JARS = "*";

  private final Limits limits;

  public ClassFilesProbe() {
    this(Limits.standard());
  }

  ClassFilesProbe(Limits limits) {
    this.limits = limits;
  }

  @Override
  public Class<ClassFilesRequest> requestType() {
    return ClassFilesRequest.class;
  }

  @Override
  public ClassFilesObservation observe(ClassFilesRequest request, ProbeContext context)
      throws UnobservedException, InterruptedException {
    Budget budget = new Budget(limits, context);
    Search search = new Search(request.classNames(), limits);
    for (Path place : places(request)) {
      budget.require();
      if (Files.isDirectory(place)) {
        new FolderReader(search, budget).read(place);
      } else if (Files.isRegularFile(place)) {
        new JarReader(search, budget).read(place);
      } else {
        throw Files.exists(place)
            ? Trouble.neither(place.toString())
            : Trouble.missing(place.toString());
      }
    }
    return search.result();
  }

  private static List<Path> places(ClassFilesRequest request) throws UnobservedException {
    List<Path> places = new ArrayList<>();
    for (String place : request.places()) {
      if (place.endsWith("/" + ALL_JARS)) {
        places.addAll(jars(Path.of(place.substring(0, place.length() - 1))));
      } else {
        places.add(Path.of(place));
      }
    }
    return places;
  }

  private static List<Path> jars(Path folder) throws UnobservedException {
    if (!Files.isDirectory(folder)) {
      throw Trouble.missing(folder.toString());
    }
    List<Path> jars = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{jar,JAR}")) {
      files.forEach(jars::add);
    } catch (IOException e) {
      throw Trouble.damaged(folder.toString(), e);
    }
    jars.sort(null);
    return jars;
  }
}

package dev.stageproof.probes.classfiles;

import dev.stageproof.observe.ClassFilesObservation;
import dev.stageproof.observe.ClassFilesRequest;
import dev.stageproof.probes.classfiles.ClassPathSearch.Element;
import dev.stageproof.spi.Probe;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.util.List;

/** Finds classes in jars and folders of this machine. */
public final class ClassFilesProbe implements Probe<ClassFilesRequest, ClassFilesObservation> {

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
    List<Element> path = request.places().stream().map(place -> new Element(place, true)).toList();
    return new ClassPathSearch(new LocalFiles(), request.questions(), context, limits).search(path);
  }
}

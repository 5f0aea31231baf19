package dev.stageproof.probes.pythonimage;

import dev.stageproof.observe.ImagePythonObservation;
import dev.stageproof.observe.ImagePythonObservation.Sought;
import dev.stageproof.observe.ImagePythonRequest;
import dev.stageproof.observe.PythonName;
import dev.stageproof.probes.image.ImageFiles;
import dev.stageproof.probes.image.Images;
import dev.stageproof.spi.Probe;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.util.ArrayList;
import java.util.List;

/** Looks for Python modules and names in images. */
public final class PythonImageProbe implements Probe<ImagePythonRequest, ImagePythonObservation> {

  private final Images images;

  public PythonImageProbe() {
    this(new Images());
  }

  /** Over images that are opened, and kept, by the given one; it is closed with this probe. */
  public PythonImageProbe(Images images) {
    this.images = images;
  }

  @Override
  public Class<ImagePythonRequest> requestType() {
    return ImagePythonRequest.class;
  }

  @Override
  public ImagePythonObservation observe(ImagePythonRequest request, ProbeContext context)
      throws UnobservedException, InterruptedException {
    try (ImageFiles files = images.open(request.image(), context)) {
      SearchPath path = SearchPath.of(files, request.path());
      Search search = new Search(new Modules(files, path, context));
      List<Sought> sought = new ArrayList<>();
      for (PythonName name : request.names()) {
        sought.add(search.seek(name));
      }
      return new ImagePythonObservation(
          files.asked(),
          files.digest(),
          path.python(),
          path.places(),
          path.notFollowed(),
          List.copyOf(sought));
    }
  }

  @Override
  public void close() {
    images.close();
  }
}

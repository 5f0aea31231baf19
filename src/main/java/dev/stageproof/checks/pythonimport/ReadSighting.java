package dev.stageproof.checks.pythonimport;

import dev.stageproof.checks.places.Binding;
import dev.stageproof.checks.pythonimport.PythonImportSettings.Unwanted;
import dev.stageproof.checks.pythonimport.PythonImportSettings.Wanted;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Excerpt;
import dev.stageproof.observe.ImagePythonObservation;
import dev.stageproof.observe.PythonName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The source of each import was looked for in an image. */
record ReadSighting(
    PythonImportSettings settings, ImagePythonObservation observation, Binding binding)
    implements Sighting {

  private static final int SHORT_DIGEST = "sha256:".length() + 12;
  private static final int MOST_NOTES = 5;

  @Override
  public Words words() {
    return Words.READ;
  }

  @Override
  public List<Finding> wanted() {
    return settings.imports().stream().map(Wanted::python).map(this::finding).toList();
  }

  @Override
  public List<Finding> unwanted() {
    return settings.absent().stream().map(Unwanted::python).map(this::finding).toList();
  }

  @Override
  public List<Optional<Finding>> controls() {
    return settings.absent().stream().map(one -> one.control().map(this::finding)).toList();
  }

  private Finding finding(PythonName name) {
    return new ReadFinding(observation.of(name), observation);
  }

  @Override
  public String by() {
    return "image " + shortened(observation.digest());
  }

  static String shortened(String digest) {
    return digest.length() > SHORT_DIGEST ? digest.substring(0, SHORT_DIGEST) : digest;
  }

  @Override
  public List<Assertion> assertions() {
    return binding.assertions(observation.asked(), observation.digest());
  }

  @Override
  public List<Excerpt> excerpts() {
    return new ReadExcerpts(settings, this).list();
  }

  @Override
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    remarks.add(binding.remark(observation.asked(), observation.digest()));
    remarks.add("Source was read and nothing executed: what is present may still fail to import.");
    observation.notFollowed().stream().limit(MOST_NOTES).forEach(remarks::add);
    return List.copyOf(remarks);
  }
}

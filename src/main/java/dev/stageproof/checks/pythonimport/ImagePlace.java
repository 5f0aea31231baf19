package dev.stageproof.checks.pythonimport;

import dev.stageproof.checks.places.ImageChoice;
import dev.stageproof.checks.pythonimport.PythonImportSettings.Wanted;
import dev.stageproof.model.Evaluation;
import dev.stageproof.observe.ImagePythonObservation;
import dev.stageproof.observe.ImagePythonRequest;
import dev.stageproof.observe.PythonName;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.Observations;
import java.util.List;
import java.util.stream.Stream;

/** The source in an image; nothing is executed. */
record ImagePlace(PythonImportSettings settings, CheckContext context) implements Place {

  @Override
  public CheckPlan plan() {
    ImageChoice choice = ImageChoice.of(settings.image(), context);
    return choice instanceof ImageChoice.Chosen chosen
        ? CheckPlan.ask(request(chosen))
        : CheckPlan.impossible(((ImageChoice.Unknown) choice).gap());
  }

  private ImagePythonRequest request(ImageChoice.Chosen chosen) {
    Stream<PythonName> wanted =
        settings.imports().stream()
            .flatMap(one -> Stream.concat(Stream.of(one.python()), other(one)));
    Stream<PythonName> unwanted =
        settings.absent().stream()
            .flatMap(one -> Stream.concat(Stream.of(one.python()), one.control().stream()));
    List<PythonName> names = Stream.concat(wanted, unwanted).distinct().toList();
    return new ImagePythonRequest(chosen.source(), settings.path(), names);
  }

  private static Stream<PythonName> other(Wanted wanted) {
    return wanted.sameAs().map(OtherName::python).stream();
  }

  @Override
  public Evaluation evaluate(Observations observations) {
    ImageChoice.Chosen chosen = (ImageChoice.Chosen) ImageChoice.of(settings.image(), context);
    ImagePythonObservation seen = observations.of(request(chosen));
    ReadSighting sighting = new ReadSighting(settings, seen, chosen.binding());
    return new Judging(settings, sighting).evaluation();
  }
}

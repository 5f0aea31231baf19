package dev.stageproof.checks.places;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Identity;
import dev.stageproof.observe.ImageReference;
import dev.stageproof.observe.ImageSource;
import dev.stageproof.observe.JobObservation;
import dev.stageproof.observe.JobRequest;
import dev.stageproof.observe.LogSource;
import dev.stageproof.spi.CheckContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The job that runs a check's program in the revision's image. */
public sealed interface JobChoice {

  /** A program for a job. */
  record Program(List<String> argv, Map<String, String> environment, Optional<String> directory) {}

  /** It can be run. */
  record Chosen(JobRequest request) implements JobChoice {

    /** Says where the program ran, and what is left of that: remarks for the report. */
    public List<String> remarks(JobObservation seen) {
      List<String> remarks = new ArrayList<>();
      remarks.add(
          "Ran in the revision's image %s as a Cloud Run job in %s/%s, execution %s."
              .formatted(
                  request.image().digest().orElseThrow(),
                  request.revision().project(),
                  request.revision().region(),
                  seen.execution()));
      seen.left()
          .ifPresent(
              gap -> {
                remarks.add("The job is still there: " + gap.settle() + ".");
                remarks.add(gap.message());
              });
      return remarks;
    }
  }

  /** It is not known which image that would be. */
  record Unknown(Gap gap) implements JobChoice {}

  /** A job of the revision under test; the program's time limit is the check's. */
  static JobChoice of(JobSettings settings, Program program, CheckContext context) {
    ImageChoice image = ImageChoice.of(Optional.empty(), context);
    if (image instanceof ImageChoice.Unknown unknown) {
      return new Unknown(unknown.gap());
    }
    ImageSource source = ((ImageChoice.Chosen) image).source();
    ImageReference reference = ((ImageSource.Registry) source).image();
    Identity identity = context.identity().orElseThrow();
    if (reference.digest().isEmpty()) {
      return new Unknown(byTag(identity, reference));
    }
    return new Chosen(
        new JobRequest(
            new LogSource(
                identity.project(), identity.region(), identity.service(), identity.revision()),
            reference,
            program.argv(),
            program.environment(),
            program.directory(),
            settings.shape(),
            context.timeout(),
            context.now()));
  }

  private static Gap byTag(Identity identity, ImageReference image) {
    return Gap.of(
        GapReason.UNKNOWN_TARGET,
        "the platform tells no digest of the image of revision %s: the tag of %s may have moved"
            .formatted(identity.revision(), image),
        "Deploy the image by its digest: gcloud run deploy --image " + image.name() + "@sha256:…");
  }
}

package dev.stageproof.checks.command;

import dev.stageproof.checks.places.Binding;
import dev.stageproof.checks.places.JobChoice;
import dev.stageproof.checks.places.Where;
import dev.stageproof.checks.programs.Ran;
import dev.stageproof.model.Gap;
import dev.stageproof.observe.JobObservation;
import dev.stageproof.observe.JobRequest;
import dev.stageproof.observe.ProcessRequest;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.Observations;
import dev.stageproof.spi.Request;
import java.util.List;

/** Where a command runs. */
sealed interface Place {

  /** On this machine. */
  record Local(ProcessRequest request, String program) implements Place {}

  /** In the revision's image. */
  record Job(JobChoice.Chosen chosen) implements Place {}

  /** It is not known where. */
  record Nowhere(Gap gap) implements Place {}

  /**
   * What came of it.
   *
   * @param remarks what the report says of the place
   */
  record Seen(Ran ran, List<String> remarks) {}

  static Place of(CommandSettings settings, CheckContext context) {
    if (settings.where() == Where.LOCAL) {
      return new Local(settings.run().request(context.directory()), settings.run().words().get(0));
    }
    JobChoice choice =
        JobChoice.of(
            settings.job(),
            new JobChoice.Program(
                settings.run().words(), settings.run().env(), settings.run().folderInImage()),
            context);
    return choice instanceof JobChoice.Unknown unknown
        ? new Nowhere(unknown.gap())
        : new Job((JobChoice.Chosen) choice);
  }

  /** The look that runs it. */
  static Request<?> request(Place place) {
    return place instanceof Job job ? job.chosen().request() : ((Local) place).request();
  }

  static Seen seen(Place place, Observations observations) {
    if (place instanceof Job job) {
      JobRequest request = job.chosen().request();
      JobObservation seen = observations.of(request);
      return new Seen(Ran.of(seen), job.chosen().remarks(seen));
    }
    Local local = (Local) place;
    Ran ran = Ran.of(observations.of(local.request()));
    return new Seen(ran, List.of(Binding.local(local.program())));
  }
}

package dev.stageproof.cli;

import dev.stageproof.gate.UsageException;
import dev.stageproof.spi.TargetSettings;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Names a Cloud Run service. */
final class ServiceOptions {

  @Option(names = "--project", paramLabel = "P", description = "The Google Cloud project.")
  private Optional<String> project = Optional.empty();

  @Option(names = "--region", paramLabel = "R", description = "The region of the service.")
  private Optional<String> region = Optional.empty();

  @Option(names = "--service", paramLabel = "S", description = "The Cloud Run service.")
  private Optional<String> service = Optional.empty();

  /**
   * The service; empty when no part of it is named.
   *
   * @throws UsageException when only some of the parts are named
   */
  Optional<TargetSettings> target() throws UsageException {
    long named = Stream.of(project, region, service).filter(Optional::isPresent).count();
    if (named == 0) {
      return Optional.empty();
    }
    if (Stream.of(project, region, service).anyMatch(part -> part.filter(this::blank).isPresent())
        || project.isEmpty()
        || region.isEmpty()
        || service.isEmpty()) {
      throw incomplete();
    }
    return Optional.of(TargetSettings.of(project.get(), region.get(), service.get()));
  }

  private boolean blank(String text) {
    return text.isBlank();
  }

  static UsageException incomplete() {
    return new UsageException(
        "name the service with --project, --region and --service, all three;"
            + " `gcloud run services list --project=P` shows what there is");
  }
}

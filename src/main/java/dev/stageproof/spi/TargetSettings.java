package dev.stageproof.spi;

import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import java.util.Optional;

/** The deployment under test, as it is configured. */
@Doc("The deployment under test.")
public record TargetSettings(
    @Doc(value = "The Google Cloud project.", example = "acme-staging") String project,
    @Doc(value = "The region of the service.", example = "us-central1") String region,
    @Doc(value = "The Cloud Run service.", example = "backend-staging") String service,
    @Doc(
            value =
                "The revision under test: a name, `latest-ready`, `latest-created`, `previous` for"
                    + " the one before the latest ready one, or `tag:NAME` for the one behind a"
                    + " traffic tag.",
            def = "latest-ready",
            example = "backend-staging-00641-kip")
        String revision,
    @Doc(
            value = "The address to send requests to; by default the service's own.",
            example = "https://staging.example.com")
        Optional<String> url,
    @Doc(
            value =
                "Whether users are meant to be served by the revision already; `false` for one that"
                    + " was deployed without traffic, to be validated first.",
            def = "true")
        boolean serving) {

  /** The word that stands for the newest revision that is ready. */
  public static final String LATEST_READY = "latest-ready";

  public TargetSettings {
    url.filter(text -> !text.startsWith("https://") && !text.startsWith("http://"))
        .ifPresent(
            text -> {
              throw new InvalidSetting("url", "the url starts with https:// or http://");
            });
    try {
      RevisionSelector.parse(revision);
    } catch (IllegalArgumentException e) {
      throw new InvalidSetting("revision", e.getMessage());
    }
  }

  /** How the revision under test is asked for. */
  public RevisionSelector selector() {
    return RevisionSelector.parse(revision);
  }

  /**
   * The same deployment, with another revision under test.
   *
   * @throws InvalidSetting when the text is neither a name nor a word for a revision
   */
  public TargetSettings withRevision(String other) {
    return new TargetSettings(project, region, service, other, url, serving);
  }
}

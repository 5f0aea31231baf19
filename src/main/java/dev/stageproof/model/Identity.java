package dev.stageproof.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What is under test, as the platform itself names it; resolved once and frozen for the run.
 *
 * @param revision the immutable revision
 * @param image the image as it was deployed, with tag or digest
 * @param digest the image's digest, {@code sha256:…}, when the platform tells it
 * @param deployedAt when the revision was created
 * @param deployedBy the client that deployed it, with its version
 * @param url the service's address
 * @param trafficPercent share of the service's requests that this revision gets, 0 to 100
 * @param previous the revision before this one, when there is one
 */
public record Identity(
    @Doc("The project that holds the service.") String project,
    @Doc("The region that the service runs in.") String region,
    @Doc("The service.") String service,
    @Doc("The immutable revision under test.") String revision,
    @Doc("The image as it was deployed.") Optional<String> image,
    @Doc("The image's digest.") Optional<String> digest,
    @Doc("When the revision was created.") Instant deployedAt,
    @Doc("The client that deployed it.") Optional<String> deployedBy,
    @Doc("The service's address.") Optional<String> url,
    @Doc("Share of the service's requests that this revision gets.") int trafficPercent,
    @Doc("The revision before this one.") Optional<Previous> previous) {

  /** The revision that was created last before the one under test. */
  public record Previous(
      @Doc("The revision.") String revision, @Doc("When it was created.") Instant deployedAt) {}
}

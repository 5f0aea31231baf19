package dev.stageproof.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is under test, as the platform itself names it; resolved once and frozen for the run.
 *
 * @param revision the immutable revision
 * @param image the image as it was deployed, with tag or digest
 * @param digest the image's digest, {@code sha256:…}, when the platform tells it
 * @param askedAs how the revision was asked for: its name, "latest-ready", "tag:blue"
 * @param commit the commit that it was built from, when a label or annotation tells it
 * @param deployedAt when the revision was created
 * @param deployedBy the client that deployed it, with its version
 * @param creator the account that deployed it
 * @param url the service's address
 * @param audiences what an identity token for the service may be made out to; the first is the
 *     service's own address
 * @param traffic how the service's requests are shared out, as the platform reports it
 * @param meantToServe false for a revision that is validated before it gets any traffic
 * @param previous the revision before this one, when there is one
 * @param previousGap why it is not known whether there is one; empty when it is known
 */
public record Identity(
    @Doc("The project that holds the service.") String project,
    @Doc("The region that the service runs in.") String region,
    @Doc("The service.") String service,
    @Doc("The immutable revision under test.") String revision,
    @Doc("How the revision was asked for.") String askedAs,
    @Doc("The image as it was deployed.") Optional<String> image,
    @Doc("The image's digest.") Optional<String> digest,
    @Doc("The commit that it was built from.") Optional<String> commit,
    @Doc("When the revision was created.") Instant deployedAt,
    @Doc("The client that deployed it.") Optional<String> deployedBy,
    @Doc("The account that deployed it.") Optional<String> creator,
    @Doc("The service's address.") Optional<String> url,
    @Doc("What an identity token for the service may be made out to.") List<String> audiences,
    @Doc("How the service's requests are shared out.") List<Share> traffic,
    @Doc("Whether users are meant to be served by it already.") boolean meantToServe,
    @Doc("The revision before this one.") Optional<Previous> previous,
    @Doc("Why it is not known whether there is one.") Optional<Gap> previousGap) {

  /**
   * A share of the service's requests.
   *
   * @param percent 0 to 100
   * @param tag the tag that gives the revision an address of its own
   * @param url that address
   */
  public record Share(
      @Doc("The revision that gets it.") String revision,
      @Doc("The share in percent.") int percent,
      @Doc("The tag that gives the revision an address of its own.") Optional<String> tag,
      @Doc("That address.") Optional<String> url) {}

  public Identity {
    audiences = List.copyOf(audiences);
    traffic = List.copyOf(traffic);
  }

  /** Share of the service's requests that this revision gets, 0 to 100. */
  public int trafficPercent() {
    return shares().mapToInt(Share::percent).sum();
  }

  /** The address at which this revision answers and no other; empty when it has no tag. */
  public Optional<String> revisionUrl() {
    return shares().flatMap(share -> share.url().stream()).findFirst();
  }

  /** A revision may be named by several shares, with and without a tag. */
  private Stream<Share> shares() {
    return traffic.stream().filter(share -> share.revision().equals(revision));
  }

  /**
   * The revision that was created last before the one under test.
   *
   * @param image the image as it was deployed, when the platform tells it
   */
  public record Previous(
      @Doc("The revision.") String revision,
      @Doc("When it was created.") Instant deployedAt,
      @Doc("The image as it was deployed.") Optional<String> image) {}
}

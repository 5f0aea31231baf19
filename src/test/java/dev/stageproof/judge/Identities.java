package dev.stageproof.judge;

import dev.stageproof.model.Identity;
import dev.stageproof.model.Identity.Share;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Deployments under test. */
final class Identities {
  static final String REVISION = "netra-backend-staging-00640-wob";
  static final String OTHER = "netra-backend-staging-00639-tun";
  private static final String IMAGE = "gcr.io/netra-staging/netra-backend-staging";
  private static final String DIGEST = "sha256:9f2c61d0b4a7e813";

  private Identities() {}

  static Identity byDigest() {
    return withTraffic(100);
  }

  static Identity byTag() {
    return of(IMAGE + ":latest", Optional.empty(), shares(100), true);
  }

  /** The rest goes to {@link #OTHER}. */
  static Identity withTraffic(int percent) {
    return withTraffic(true, shares(percent));
  }

  /** Users are not meant to be served by it yet. */
  static Identity early(int percent) {
    return withTraffic(false, shares(percent));
  }

  static Identity withTraffic(boolean meantToServe, List<Share> shares) {
    return of(IMAGE + "@" + DIGEST, Optional.of(DIGEST), shares, meantToServe);
  }

  static Share share(String revision, int percent) {
    return new Share(revision, percent, Optional.empty(), Optional.empty());
  }

  private static List<Share> shares(int percent) {
    return List.of(share(REVISION, percent), share(OTHER, 100 - percent));
  }

  private static Identity of(
      String image, Optional<String> digest, List<Share> shares, boolean meantToServe) {
    return new Identity(
        "netra-staging",
        "us-central1",
        "netra-backend-staging",
        REVISION,
        "latest-ready",
        Optional.of(image),
        digest,
        Optional.empty(),
        Instant.parse("2025-09-15T08:26:00Z"),
        Optional.of("cloud-build"),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        shares,
        meantToServe,
        Optional.empty(),
        Optional.empty());
  }
}

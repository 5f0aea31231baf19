package dev.stageproof.judge;

import dev.stageproof.model.Identity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Deployments under test. */
final class Identities {
  private static final String IMAGE = "gcr.io/netra-staging/netra-backend-staging";
  private static final String DIGEST = "sha256:9f2c61d0b4a7e813";

  private Identities() {}

  static Identity byDigest() {
    return of(Optional.of(IMAGE + "@" + DIGEST), Optional.of(DIGEST), 100);
  }

  static Identity byTag() {
    return of(Optional.of(IMAGE + ":latest"), Optional.empty(), 100);
  }

  static Identity withTraffic(int percent) {
    return of(Optional.of(IMAGE + "@" + DIGEST), Optional.of(DIGEST), percent);
  }

  private static Identity of(Optional<String> image, Optional<String> digest, int percent) {
    return new Identity(
        "netra-staging",
        "us-central1",
        "netra-backend-staging",
        "netra-backend-staging-00640-wob",
        "latest-ready",
        image,
        digest,
        Optional.empty(),
        Instant.parse("2025-09-15T08:26:00Z"),
        Optional.of("cloud-build"),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(
            new Identity.Share(
                "netra-backend-staging-00640-wob", percent, Optional.empty(), Optional.empty())),
        true,
        Optional.empty(),
        Optional.empty());
  }
}

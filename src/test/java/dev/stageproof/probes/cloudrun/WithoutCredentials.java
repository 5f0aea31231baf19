package dev.stageproof.probes.cloudrun;

import dev.stageproof.model.Gap;
import dev.stageproof.observe.DeploymentRequest;
import dev.stageproof.probes.google.TestLook;
import dev.stageproof.spi.ProbeSettings;
import dev.stageproof.spi.UnobservedException;
import java.time.Instant;

/** A program that asks Google itself, for a test that takes its credentials away. */
final class WithoutCredentials {
  private WithoutCredentials() {}

  public static void main(String[] args) throws InterruptedException {
    ProbeSettings google = ProbeSettings.at(ProbeSettings.Endpoints.google());
    DeploymentRequest request =
        new DeploymentRequest("netra-staging", "us-central1", "backend", "latest-ready");
    try (CloudRunProbe probe = new CloudRunProbe()) {
      probe.observe(request, TestLook.at(google, Instant.EPOCH));
      System.out.println("seen");
    } catch (UnobservedException e) {
      Gap gap = e.gap();
      System.out.println(gap.reason() + "\n" + gap.message() + "\n" + gap.settle());
    }
  }
}

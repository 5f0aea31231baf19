package dev.stageproof.checks.cloudrun;

import dev.stageproof.observe.DeploymentObservation.HealthProbe;

/** Tells a health probe in words. */
final class HealthProbes {
  private HealthProbes() {}

  /** "HTTP GET /health on 8080, period 10 s, timeout 1 s, failure threshold 3". */
  static String words(HealthProbe probe) {
    String delay =
        probe.initialDelay().isZero()
            ? ""
            : "initial delay " + Ages.words(probe.initialDelay()) + ", ";
    return "%s, %speriod %s, timeout %s, failure threshold %d"
        .formatted(
            target(probe),
            delay,
            Ages.words(probe.period()),
            Ages.words(probe.timeout()),
            probe.failureThreshold());
  }

  /** "HTTP GET /health on 8080". */
  static String target(HealthProbe probe) {
    String asked =
        switch (probe.protocol()) {
          case HTTP -> "HTTP GET " + probe.path().orElse("/");
          case TCP -> "TCP";
          case GRPC -> "gRPC" + probe.grpcService().map(name -> " " + name).orElse("");
        };
    return probe.port() == 0 ? asked : asked + " on " + probe.port();
  }
}

package dev.stageproof.probes.job;

import dev.stageproof.sandbox.Sandbox;
import dev.stageproof.spi.Endpoint;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.ProbeSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A look at a sandbox by the real clock; keeps what it is told. */
record LiveLook(ProbeSettings settings, long deadline, List<String> told) implements ProbeContext {

  static LiveLook at(Sandbox sandbox, Duration length) {
    Optional<Endpoint> here = Optional.of(Endpoint.parse(sandbox.runEndpoint()));
    return new LiveLook(
        new ProbeSettings(new ProbeSettings.Endpoints(here, here), 6000),
        System.nanoTime() + length.toNanos(),
        new CopyOnWriteArrayList<>());
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
  }

  @Override
  public void pause(Duration length) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(Math.min(length.toNanos(), remaining().toNanos()));
  }

  @Override
  public void tell(String text) {
    told.add(text);
  }
}

package dev.stageproof.probes.http;

import dev.stageproof.observe.HttpRequest;
import dev.stageproof.observe.HttpRequest.Redirects;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.ProbeSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A look with a real deadline and a fixed time of day. */
record Look(long deadlineNanos) implements ProbeContext {

  static final Instant NOW = Instant.parse("2026-09-15T08:47:00Z");

  static Look within(Duration limit) {
    return new Look(System.nanoTime() + limit.toNanos());
  }

  static HttpRequest get(Object url) {
    return get(url, 1);
  }

  static HttpRequest get(Object url, int samples) {
    return new HttpRequest(
        "GET", url.toString(), Map.of(), Optional.empty(), Redirects.NEVER, samples);
  }

  static HttpRequest redirected(
      Object url, Redirects redirects, Map<String, String> headers, String method) {
    Optional<String> body = method.equals("POST") ? Optional.of("{}") : Optional.empty();
    return new HttpRequest(method, url.toString(), headers, body, redirects, 1);
  }

  @Override
  public Instant now() {
    return NOW;
  }

  @Override
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, deadlineNanos - System.nanoTime()));
  }

  @Override
  public void pause(Duration length) {
    LockSupport.parkNanos(length.toNanos());
  }

  @Override
  public ProbeSettings settings() {
    return ProbeSettings.at(ProbeSettings.Endpoints.google());
  }
}

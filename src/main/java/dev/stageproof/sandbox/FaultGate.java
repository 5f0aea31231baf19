package dev.stageproof.sandbox;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Deals out faults to calls and counts them. Safe for use by many threads. */
final class FaultGate {
  private final Faults faults;
  private final Map<Api, AtomicInteger> dealt = new EnumMap<>(Api.class);

  FaultGate(Faults faults) {
    this.faults = faults;
    for (Api api : Api.values()) {
      dealt.put(api, new AtomicInteger());
    }
  }

  /** The fault that hits this call; each call must ask once. */
  Optional<Fault> next(Api api) {
    return Optional.ofNullable(faults.byApi().get(api)).filter(fault -> hits(api, fault));
  }

  private boolean hits(Api api, Fault fault) {
    return fault.times().map(times -> dealt.get(api).getAndIncrement() < times).orElse(true);
  }
}

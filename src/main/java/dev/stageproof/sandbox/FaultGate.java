package dev.stageproof.sandbox;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Deals out faults to calls and counts them. Safe for use by many threads. */
final class FaultGate {
  private final Faults faults;
  private final Map<Object, AtomicInteger> dealt = new ConcurrentHashMap<>();

  FaultGate(Faults faults) {
    this.faults = faults;
  }

  /**
   * The fault that hits this call; each call must ask once.
   *
   * @param permission that the call needs
   */
  Optional<Fault> next(Api api, String permission) {
    return next(permission, faults.byPermission().get(permission))
        .or(() -> next(api, faults.byApi().get(api)));
  }

  private Optional<Fault> next(Object key, Fault fault) {
    return Optional.ofNullable(fault).filter(hit -> hits(key, hit));
  }

  private boolean hits(Object key, Fault fault) {
    AtomicInteger before = dealt.computeIfAbsent(key, first -> new AtomicInteger());
    return fault.times().map(times -> before.getAndIncrement() < times).orElse(true);
  }
}

package dev.stageproof.probes.image;

import dev.stageproof.probes.registry.UnfitException;

/** What the entries of one image's layers come to, held against the limits. For one thread. */
final class Budget {
  private final Limits limits;
  private long entries;
  private long unpacked;

  Budget(Limits limits) {
    this.limits = limits;
  }

  Limits limits() {
    return limits;
  }

  /** How large the next layer may be, unpacked. */
  long layerBytes() {
    return Math.min(limits.layerBytes(), limits.imageBytes() - unpacked);
  }

  /** Counts a layer that was unpacked. */
  void layer(String what, long bytes) throws UnfitException {
    unpacked += bytes;
    if (unpacked > limits.imageBytes()) {
      throw new UnfitException(
          Trouble.over(what + ", with all below it, unpacks to", limits.imageBytes(), "bytes"));
    }
  }

  /** Counts one more file, folder or link. */
  void entry(String what) throws UnfitException {
    entries++;
    if (entries > limits.entries()) {
      throw new UnfitException(
          Trouble.over(what + ", with all below it, holds", limits.entries(), "files"));
    }
  }
}

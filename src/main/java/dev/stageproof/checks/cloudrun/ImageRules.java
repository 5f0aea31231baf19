package dev.stageproof.checks.cloudrun;

import dev.stageproof.checks.cloudrun.CloudRunSettings.Image;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Gap;
import dev.stageproof.model.Metric;
import dev.stageproof.model.Unit;
import dev.stageproof.observe.DeploymentObservation.Revision;
import dev.stageproof.observe.ImageManifestObservation;
import dev.stageproof.observe.ImageReference;
import dev.stageproof.spi.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the image comes from and how large it is.
 *
 * @param image what a registry tells of it; asked only where an expectation needs its size
 * @param previous what a registry tells of the previous revision's; asked only for its growth
 */
record ImageRules(
    Image expect,
    Revision revision,
    Sight<ImageManifestObservation> image,
    Sight<ImageManifestObservation> previous) {

  private static final double MEBIBYTE = 1 << 20;

  List<Assertion> assertions() {
    List<Assertion> all = new ArrayList<>();
    expect.registry().ifPresent(registry -> all.add(registry(registry)));
    if (expect.byDigest()) {
      all.add(byDigest());
    }
    expect.maxSize().ifPresent(most -> all.add(size(most)));
    expect.maxGrowth().ifPresent(most -> all.add(growth(most)));
    return all;
  }

  private Assertion registry(String registry) {
    String image = revision.container().image();
    String name = ImageReference.parse(image).map(ImageReference::name).orElse(image);
    boolean holds = (name + "/").startsWith(registry.replaceFirst("/$", "") + "/");
    return Assertion.of("image registry", registry, name, holds);
  }

  private Assertion byDigest() {
    String image = revision.container().image();
    boolean pinned = revision.container().digest().isPresent();
    return Assertion.of("image deployed by", "digest", pinned ? "digest" : "tag, " + image, pinned);
  }

  private Assertion size(DataSize most) {
    String expected = "at most " + most;
    return bytes(image)
        .map(size -> Assertion.of("image size", expected, words(size), size <= most.bytes()))
        .orElseGet(() -> unseen("image size", expected, image));
  }

  private Assertion growth(Growth most) {
    String what = "image growth";
    String expected = "at most " + most;
    if (image.gap().isPresent() || previous.gap().isPresent()) {
      return unseen(what, expected, image.gap().isPresent() ? image : previous);
    }
    long before = bytes(previous).orElseThrow();
    long after = bytes(image).orElseThrow();
    String actual =
        String.format(
            Locale.ROOT,
            "%.1f%%, from %s to %s",
            Growth.between(before, after),
            words(before),
            words(after));
    return Assertion.of(what, expected, actual, most.allows(before, after));
  }

  private static Assertion unseen(
      String what, String expected, Sight<ImageManifestObservation> sight) {
    Gap gap = sight.gap().orElseThrow();
    return Assertion.unsettled(what, expected, "not seen: " + gap.message(), gap.settle());
  }

  List<Metric> metrics() {
    List<Metric> metrics = new ArrayList<>();
    if (!expect.sized()) {
      return metrics;
    }
    bytes(image).ifPresent(size -> metrics.add(sizeMetric(size)));
    bytes(previous)
        .ifPresent(
            before -> bytes(image).ifPresent(after -> metrics.add(growthMetric(before, after))));
    return metrics;
  }

  private Metric sizeMetric(long size) {
    return expect
        .maxSize()
        .map(
            most ->
                Metric.bounded(
                    "image size",
                    (double) size,
                    Unit.BYTES,
                    "at most " + most,
                    size <= most.bytes()))
        .orElseGet(() -> Metric.measured("image size", (double) size, Unit.BYTES));
  }

  private Metric growthMetric(long before, long after) {
    double percent = Growth.between(before, after);
    return expect
        .maxGrowth()
        .map(
            most ->
                Metric.bounded(
                    "image growth",
                    percent,
                    Unit.PERCENT,
                    "at most " + most,
                    most.allows(before, after)))
        .orElseGet(() -> Metric.measured("image growth", percent, Unit.PERCENT));
  }

  private static Optional<Long> bytes(Sight<ImageManifestObservation> sight) {
    return sight.seen().map(ImageManifestObservation::compressedBytes);
  }

  private static String words(long bytes) {
    return String.format(Locale.ROOT, "%.1fMi", bytes / MEBIBYTE);
  }
}

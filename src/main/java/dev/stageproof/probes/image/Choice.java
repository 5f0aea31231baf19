package dev.stageproof.probes.image;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import java.util.List;
import java.util.Optional;

/** Says that a place does not hold exactly the one image that is meant. */
final class Choice {
  private static final int SHOWN = 10;

  private Choice() {}

  /**
   * Says what is there instead.
   *
   * @param place "the layout /builds/image"
   * @param reference the name that was asked for
   * @param names of the images that are there
   */
  static Gap gap(String place, Optional<String> reference, List<String> names) {
    String there =
        names.isEmpty()
            ? "none"
            : String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
    return reference
        .map(
            name ->
                Gap.of(
                    GapReason.NOT_FOUND,
                    place + " does not hold one image " + name + " for linux/amd64, but " + there,
                    "correct the name, or build the image into it"))
        .orElseGet(
            () ->
                Gap.of(
                    names.isEmpty() ? GapReason.NOT_FOUND : GapReason.MALFORMED,
                    place + " does not hold one image, but " + there,
                    "say by its name or digest which image is meant"));
  }
}

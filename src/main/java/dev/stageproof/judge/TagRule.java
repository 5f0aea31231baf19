package dev.stageproof.judge;

import dev.stageproof.judge.Contradiction.Doubt;
import dev.stageproof.model.Identity;
import java.util.List;
import java.util.Optional;

/** The image has a name that can stand for another one tomorrow. */
final class TagRule implements Contradiction.Rule {

  @Override
  public List<Contradiction> in(Seen seen) {
    return seen.run().identity().flatMap(TagRule::of).stream().toList();
  }

  private static Optional<Contradiction> of(Identity identity) {
    return identity
        .image()
        .filter(image -> identity.digest().isEmpty())
        .map(
            image ->
                new Contradiction(
                    Doubt.DETAIL,
                    "The image was deployed by tag, and a tag can move: " + image + ".",
                    Optional.empty(),
                    "Name the image by its digest, `@sha256:…`, in the deploy step."));
  }
}

package dev.stageproof.checks.places;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Identity;
import dev.stageproof.observe.ImageReference;
import dev.stageproof.observe.ImageSource;
import dev.stageproof.spi.CheckContext;
import java.util.Optional;

/** Which image a check reads. */
public sealed interface ImageChoice {

  /**
   * An image is read.
   *
   * @param binding what the image has to do with the revision
   */
  record Chosen(ImageSource source, Binding binding) implements ImageChoice {}

  /** It is not known which. */
  record Unknown(Gap gap) implements ImageChoice {}

  /**
   * The configured image, else the image of the revision.
   *
   * @param settings empty for the revision's own image
   */
  static ImageChoice of(Optional<ImageSettings> settings, CheckContext context) {
    Optional<String> digest = context.identity().flatMap(ImageChoice::digest);
    return settings
        .<ImageChoice>map(
            image -> new Chosen(source(image, context), new Binding(digest, Binding.Claim.NAMED)))
        .orElseGet(() -> ofRevision(context));
  }

  private static ImageSource source(ImageSettings settings, CheckContext context) {
    return settings
        .reference()
        .flatMap(ImageReference::parse)
        .<ImageSource>map(ImageSource.Registry::new)
        .or(
            () ->
                settings
                    .layout()
                    .map(folder -> new ImageSource.Layout(at(folder, context), settings.name())))
        .orElseGet(
            () ->
                new ImageSource.Archive(
                    at(settings.archive().orElseThrow(), context), settings.name()));
  }

  private static String at(String path, CheckContext context) {
    return context.directory().toAbsolutePath().resolve(path).normalize().toString();
  }

  private static ImageChoice ofRevision(CheckContext context) {
    if (context.target() instanceof CheckContext.Unknown unknown) {
      return new Unknown(unknown.gap());
    }
    Identity identity = ((CheckContext.Known) context.target()).identity();
    Optional<ImageReference> image = identity.image().flatMap(ImageReference::parse);
    if (image.isEmpty()) {
      return new Unknown(unnamed(identity));
    }
    Optional<String> digest = digest(identity);
    ImageReference exact = digest.map(image.get()::at).orElse(image.get());
    return new Chosen(new ImageSource.Registry(exact), new Binding(digest, Binding.Claim.REVISION));
  }

  private static Optional<String> digest(Identity identity) {
    return identity
        .digest()
        .or(() -> identity.image().flatMap(ImageReference::parse).flatMap(ImageReference::digest));
  }

  private static Gap unnamed(Identity identity) {
    return Gap.of(
        GapReason.UNKNOWN_TARGET,
        "the platform names no image of revision " + identity.revision() + " that can be asked for",
        "Name the image in the check's `image`.");
  }
}

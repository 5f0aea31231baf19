package dev.stageproof.checks.places;

import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.ShortForm;
import dev.stageproof.observe.ImageReference;
import java.util.Optional;
import java.util.stream.Stream;

/** Which image is read, where it is not that of the revision under test. */
@Doc(
    "Another image than that of the revision under test: one of `reference`, `layout` and"
        + " `archive`. Layers are kept unpacked, by digest, in the folder `images` below"
        + " `STAGEPROOF_CACHE_DIR`, else `XDG_CACHE_HOME/stageproof`, else `~/.cache/stageproof`;"
        + " what was not used for longest goes first once they are over 10 GiB.")
@ShortForm("reference")
public record ImageSettings(
    @Doc(
            value =
                "An image in a registry, by digest or tag. Asked for with the login of `docker"
                    + " login`, for Google's registries with Application Default Credentials, else"
                    + " anonymously.",
            example = "us-docker.pkg.dev/acme/images/backend:candidate")
        Optional<String> reference,
    @Doc(
            value = "A folder in the OCI image layout, seen from the configuration's folder.",
            example = "../target/image")
        Optional<String> layout,
    @Doc(
            value =
                "A tar archive of `docker save`, or of an OCI image layout, seen from the"
                    + " configuration's folder.",
            example = "../target/image.tar")
        Optional<String> archive,
    @Doc(
            value =
                "Which image of a layout or an archive that holds several: its name as it stands"
                    + " there, or its digest.",
            example = "backend:candidate")
        Optional<String> name) {

  public ImageSettings {
    long given = Stream.of(reference, layout, archive).filter(Optional::isPresent).count();
    if (given != 1) {
      throw new InvalidSetting(
          "reference", "an image is given by one of `reference`, `layout` and `archive`");
    }
    if (reference.filter(text -> ImageReference.parse(text).isEmpty()).isPresent()) {
      throw new InvalidSetting(
          "reference", "`" + reference.get() + "` is not an image: HOST/NAME:TAG or @sha256:…");
    }
    if (reference.isPresent() && name.isPresent()) {
      throw new InvalidSetting("name", "`name` is for `layout` and `archive`");
    }
  }
}

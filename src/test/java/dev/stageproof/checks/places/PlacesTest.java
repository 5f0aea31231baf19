package dev.stageproof.checks.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Identity;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.Outcome;
import dev.stageproof.observe.ImageReference;
import dev.stageproof.observe.ImageSource;
import dev.stageproof.spi.CheckContext;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which image is read, and how it is bound to the revision. */
class PlacesTest {
  private static final Instant NOW = Instant.parse("2025-09-15T08:47:00Z");
  private static final String NAME = "us-docker.pkg.dev/acme/images/backend";
  private static final String DIGEST = "sha256:" + "1".repeat(64);
  private static final String OTHER = "sha256:" + "2".repeat(64);
  private static final String INDEX = "sha256:" + "3".repeat(64);

  private static CheckContext context(CheckContext.Resolved target) {
    return new CheckContext(
        NOW,
        target,
        Optional.empty(),
        Optional.empty(),
        Path.of("/configs"),
        Duration.ofSeconds(20));
  }

  private static CheckContext context(Optional<String> image, Optional<String> digest) {
    return context(
        new CheckContext.Known(
            new Identity(
                "acme",
                "europe-west1",
                "backend",
                "backend-00640-wob",
                "latest-ready",
                image,
                digest,
                Optional.empty(),
                NOW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                true,
                Optional.empty(),
                Optional.empty())));
  }

  private static CheckContext deployed(String image) {
    return context(Optional.of(image), Optional.empty());
  }

  private static ImageSettings settings(String reference, String layout, String archive) {
    return new ImageSettings(given(reference), given(layout), given(archive), Optional.empty());
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(some -> !some.isEmpty());
  }

  private static ImageSource registry(String image) {
    return new ImageSource.Registry(ImageReference.parse(image).orElseThrow());
  }

  private static Binding binding(Optional<ImageSettings> settings, CheckContext context) {
    return ((ImageChoice.Chosen) ImageChoice.of(settings, context)).binding();
  }

  @Test
  void theImageOfTheRevisionIsReadByItsDigest() {
    Binding binding = new Binding(Optional.of(DIGEST), Binding.Claim.REVISION);
    ImageChoice exact = new ImageChoice.Chosen(registry(NAME + "@" + DIGEST), binding);

    assertThat(ImageChoice.of(Optional.empty(), deployed(NAME + "@" + DIGEST))).isEqualTo(exact);
    assertThat(ImageChoice.of(Optional.empty(), context(Optional.of(NAME), Optional.of(DIGEST))))
        .isEqualTo(exact);
    assertThat(binding.assertions(DIGEST, DIGEST))
        .containsExactly(Assertion.of("bound to the revision", DIGEST, DIGEST, true));
    assertThat(binding.assertions(DIGEST, OTHER))
        .containsExactly(
            Assertion.of(
                "bound to the revision",
                DIGEST,
                DIGEST + " (for linux/amd64: " + OTHER + ")",
                true));
    assertThat(binding.assertions(OTHER, OTHER).get(0).outcome()).isEqualTo(Outcome.FAIL);
    assertThat(binding.remark(DIGEST, DIGEST))
        .isEqualTo("Read from the image " + DIGEST + ", the revision's own.");
  }

  @Test
  void aTagIsAskedForButProvesNoBinding() {
    Binding binding = binding(Optional.empty(), deployed(NAME + ":v7"));

    assertThat(ImageChoice.of(Optional.empty(), deployed(NAME + ":v7")))
        .isEqualTo(new ImageChoice.Chosen(registry(NAME + ":v7"), binding));
    assertThat(binding.assertions(INDEX, DIGEST))
        .containsExactly(
            Assertion.unsettled(
                "bound to the revision",
                "the image by the revision's digest",
                DIGEST + ", which the tag leads to now; it may have moved since the deployment",
                "Deploy the image by its digest: gcloud run deploy --image …@" + INDEX));
    assertThat(binding.remark(DIGEST, DIGEST))
        .isEqualTo(
            "Read from the image %s; whether it is the revision's is not known: the platform"
                    .formatted(DIGEST)
                + " tells no digest.");
  }

  @Test
  void anotherImageIsLabelledAndAssertsNothing() {
    Optional<ImageSettings> tar = Optional.of(settings("", "", "../target/image.tar"));
    Binding binding = binding(tar, deployed(NAME + "@" + DIGEST));

    assertThat(binding.assertions(OTHER, OTHER)).isEmpty();
    assertThat(binding.remark(INDEX, OTHER))
        .isEqualTo(
            "Read from the image %s (for linux/amd64: %s), not bound to the revision, whose image is %s."
                .formatted(INDEX, OTHER, DIGEST));
    assertThat(binding.remark(INDEX, DIGEST)).endsWith(", the revision's own.");
    assertThat(Binding.local("python3"))
        .isEqualTo("Seen on this machine, with python3: not bound to the revision.");
  }

  @Test
  void pathsAreSeenFromTheConfigurationsFolder() {
    CheckContext context = deployed(NAME + "@" + DIGEST);
    ImageSettings named =
        new ImageSettings(
            Optional.empty(), Optional.of("image"), Optional.empty(), Optional.of("app:1"));

    assertThat(ImageChoice.of(Optional.of(settings("", "", "../a.tar")), context))
        .extracting("source")
        .isEqualTo(new ImageSource.Archive("/a.tar", Optional.empty()));
    assertThat(ImageChoice.of(Optional.of(named), context))
        .extracting("source")
        .isEqualTo(new ImageSource.Layout("/configs/image", Optional.of("app:1")));
    assertThat(ImageChoice.of(Optional.of(settings(NAME, "", "")), context))
        .extracting("source")
        .isEqualTo(registry(NAME));
  }

  @Test
  void withoutATargetOrAnImageThereIsNothingToRead() {
    Gap gap = Gap.of(GapReason.UNREACHABLE, "no answer", "run again");

    assertThat(ImageChoice.of(Optional.empty(), context(new CheckContext.Unknown(gap))))
        .isEqualTo(new ImageChoice.Unknown(gap));
    assertThat(ImageChoice.of(Optional.empty(), context(Optional.empty(), Optional.empty())))
        .isEqualTo(
            new ImageChoice.Unknown(
                Gap.of(
                    GapReason.UNKNOWN_TARGET,
                    "the platform names no image of revision backend-00640-wob that can be asked"
                        + " for",
                    "Name the image in the check's `image`.")));
    assertThat(binding(Optional.of(settings(NAME, "", "")), context(new CheckContext.Unknown(gap))))
        .isEqualTo(new Binding(Optional.empty(), Binding.Claim.NAMED));
  }

  @Test
  void anImageIsGivenInOneWay() {
    for (String[] wrong : new String[][] {{"", "", ""}, {NAME, "image", ""}, {"", "a", "b"}}) {
      assertThatThrownBy(() -> settings(wrong[0], wrong[1], wrong[2]))
          .isInstanceOf(InvalidSetting.class)
          .hasMessage("an image is given by one of `reference`, `layout` and `archive`");
    }
    assertThatThrownBy(() -> settings("a b", "", ""))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage("`a b` is not an image: HOST/NAME:TAG or @sha256:…");
    assertThatThrownBy(
            () ->
                new ImageSettings(
                    Optional.of(NAME), Optional.empty(), Optional.empty(), Optional.of("x")))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage("`name` is for `layout` and `archive`");
  }
}

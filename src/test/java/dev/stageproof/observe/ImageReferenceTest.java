package dev.stageproof.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {
  private static final String DIGEST = "sha256:" + "0".repeat(64);

  @ParameterizedTest
  @CsvSource({
    "nginx, docker.io/library/nginx, latest",
    "acme/backend:1.2, docker.io/acme/backend, 1.2",
    "gcr.io/acme/backend:latest, gcr.io/acme/backend, latest",
    "us-docker.pkg.dev/acme/images/backend, us-docker.pkg.dev/acme/images/backend, latest",
    "localhost:5000/backend, localhost:5000/backend, latest",
    "127.0.0.1:5000/a/b:x, 127.0.0.1:5000/a/b, x"
  })
  void aNameIsTakenApart(String image, String name, String version) {
    ImageReference reference = ImageReference.parse(image).orElseThrow();

    assertThat(reference.name()).isEqualTo(name);
    assertThat(reference.version()).isEqualTo(version);
  }

  @Test
  void aDigestGoesBeforeTheTag() {
    ImageReference reference = ImageReference.parse("gcr.io/a/b:1@" + DIGEST).orElseThrow();

    assertThat(reference.version()).isEqualTo(DIGEST);
    assertThat(reference).hasToString("gcr.io/a/b@" + DIGEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "gcr.io/a@sha256:12", "-a", "gcr.io/a:b:c?d"})
  void anythingElseIsNoImage(String image) {
    assertThat(ImageReference.parse(image)).isEmpty();
  }

  @Test
  void onlyGooglesOwnHostsTakeItsTokens() {
    assertThat(ImageReference.parse("eu.gcr.io/a/b").orElseThrow().google()).isTrue();
    assertThat(ImageReference.parse("us-docker.pkg.dev/a/b/c").orElseThrow().google()).isTrue();
    assertThat(ImageReference.parse("evil-gcr.io/a/b").orElseThrow().google()).isFalse();
    assertThat(ImageReference.parse("pkg.dev.example/a/b").orElseThrow().google()).isFalse();
  }

  @Test
  void theCommandShowsTheManifestWithTheCallersOwnToken() {
    ImageManifestRequest request =
        new ImageManifestRequest(
            ImageReference.parse("us-docker.pkg.dev/acme/images/backend@" + DIGEST).orElseThrow());

    assertThat(request.reproduce())
        .containsExactly(
            "curl -sS -L -H \"Authorization: Bearer $(gcloud auth print-access-token)\""
                + " -H 'Accept: application/vnd.oci.image.index.v1+json,"
                + " application/vnd.oci.image.manifest.v1+json,"
                + " application/vnd.docker.distribution.manifest.list.v2+json,"
                + " application/vnd.docker.distribution.manifest.v2+json'"
                + " https://us-docker.pkg.dev/v2/acme/images/backend/manifests/"
                + DIGEST);
    assertThat(
            new ImageManifestRequest(ImageReference.parse("nginx@" + DIGEST).orElseThrow())
                .reproduce())
        .containsExactly(
            "docker buildx imagetools inspect --raw docker.io/library/nginx@" + DIGEST);
  }
}

package dev.stageproof.probes.image;

import static dev.stageproof.probes.image.TestImages.look;
import static dev.stageproof.probes.image.TestImages.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.ImageReference;
import dev.stageproof.observe.ImageSource;
import dev.stageproof.testing.images.LocalRegistry;
import dev.stageproof.testing.images.PackedLayer;
import dev.stageproof.testing.images.TestImage;
import dev.stageproof.testing.images.TestLayer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Images in registries: a real one, and one that does what real ones do at times. */
@Timeout(60)
class PulledImagesTest {
  private static final PackedLayer BASE = new TestLayer().file("base", noise(200_000)).gzip();
  private static final PackedLayer APP = new TestLayer().file("app", "application").zstd();
  private static final TestImage IMAGE = TestImage.of(BASE, APP);

  @TempDir Path folder;

  private static byte[] noise(int size) {
    byte[] bytes = new byte[size];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private TestImages all() {
    return new TestImages(folder);
  }

  private String app(ImageSource source) throws Exception {
    try (Images images = all().images()) {
      return text(images.open(source, look()), "/app");
    }
  }

  private static ImageSource at(LocalRegistry registry, String version) {
    return new ImageSource.Registry(
        ImageReference.parse(registry.host() + "/acme/app" + version).orElseThrow());
  }

  @Test
  void aRealRegistryShowsAnImageByTagAndByDigest() throws Exception {
    TestImage image = TestImage.of(BASE, APP, new TestLayer().file("c", "plain").plain());
    try (LocalRegistry registry = LocalRegistry.open(folder);
        Images images = all().images()) {
      String digest = image.push(registry, "acme/app", "v1");

      ImageFiles byTag = images.open(at(registry, ":v1"), look());
      ImageFiles byDigest = images.open(at(registry, "@" + digest), look());

      assertThat(byTag.digest()).isEqualTo(digest);
      assertThat(text(byTag, "/app")).isEqualTo("application");
      assertThat(text(byTag, "/c")).isEqualTo("plain");
      byTag.close();
      assertThat(byDigest.find("/base").orElseThrow().read(200_000)).isEqualTo(noise(200_000));
    }
  }

  @Test
  void theLoginOfDockerOpensAClosedRegistry() throws Exception {
    try (LocalRegistry registry = LocalRegistry.closed(folder)) {
      IMAGE.push(registry, "acme/app", "v1");

      assertThat(all().gap(at(registry, ":v1")).reason()).isEqualTo(GapReason.NO_CREDENTIALS);
      registry.docker(folder, Optional.of(LocalRegistry.PASSWORD));
      assertThat(app(at(registry, ":v1"))).isEqualTo("application");
    }
  }

  @Test
  void aTokenIsFetchedOnceAndShownToNobodyElse() throws Exception {
    try (ServedImages registry = new ServedImages();
        ServedImages store = new ServedImages()) {
      ImageSource source = registry.serve(IMAGE);
      store.serve(IMAGE);
      login(registry.port());
      String challenge = "Bearer realm=\"" + registry.url("/token") + "\",service=\"here\"";
      registry.instead(request -> withToken(request, challenge, store));

      assertThat(app(source)).isEqualTo("application");

      assertThat(registry.asked().stream().filter(it -> it.getTarget().startsWith("/token")))
          .hasSize(1)
          .allMatch(it -> it.getHeaders().get("Authorization").startsWith("Basic "));
      assertThat(store.asked())
          .hasSize(2)
          .allMatch(it -> it.getHeaders().get("Authorization") == null);
    }
  }

  /** Wants a token, and sends for layers to another host, as large registries do. */
  private static MockResponse withToken(
      RecordedRequest request, String challenge, ServedImages store) {
    if (request.getTarget().startsWith("/token")) {
      return new MockResponse.Builder().body("{\"token\":\"t\"}").build();
    }
    if (!"Bearer t".equals(request.getHeaders().get("Authorization"))) {
      return new MockResponse.Builder().code(401).addHeader("WWW-Authenticate", challenge).build();
    }
    boolean layer =
        request.getTarget().equals(ServedImages.blob(BASE.digest()))
            || request.getTarget().equals(ServedImages.blob(APP.digest()));
    return layer
        ? new MockResponse.Builder()
            .code(307)
            .addHeader("Location", store.url(request.getTarget()))
            .build()
        : null;
  }

  private void login(int port) throws Exception {
    String auth =
        Base64.getEncoder().encodeToString("ci:let-me-in".getBytes(StandardCharsets.UTF_8));
    Files.writeString(
        folder.resolve("config.json"),
        "{\"auths\":{\"localhost:%d\":{\"auth\":\"%s\"}}}".formatted(port, auth));
  }

  @Test
  void aLayerIsFetchedOnce() throws Exception {
    TestImage other = TestImage.of(BASE, new TestLayer().file("app", "another").gzip());
    try (ServedImages registry = new ServedImages()) {
      ImageSource source = registry.serve(IMAGE);

      assertThat(app(source)).isEqualTo("application");
      assertThat(app(source)).isEqualTo("application");
      assertThat(app(registry.serve(other))).isEqualTo("another");

      assertThat(registry.asked(BASE)).isEqualTo(1);
      assertThat(registry.asked(APP)).isEqualTo(1);
    }
  }

  @Test
  void ofTwoWhoWantALayerAtOnceOneFetchesIt() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch second = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (ServedImages registry = new ServedImages()) {
      ImageSource source = registry.serve(IMAGE);
      registry.instead(
          request -> {
            if (request.getTarget().equals(ServedImages.blob(BASE.digest()))) {
              begun.countDown();
              await(second);
            }
            return null;
          });

      Future<String> one = threads.submit(() -> app(source));
      await(begun);
      Future<String> two = threads.submit(() -> app(source));
      // The second one has asked for the configuration, so it wants the layers next.
      while (registry.asked().size() < 5) {
        Thread.onSpinWait();
      }
      second.countDown();

      assertThat(one.get()).isEqualTo("application");
      assertThat(two.get()).isEqualTo("application");
      assertThat(registry.asked(BASE)).isEqualTo(1);
      assertThat(registry.asked(APP)).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Gap gap(ServedImages registry, Function<byte[], MockResponse.Builder> answer)
      throws Exception {
    ImageSource source = registry.serve(IMAGE);
    registry.instead(
        request ->
            request.getTarget().equals(ServedImages.blob(BASE.digest()))
                ? answer.apply(BASE.bytes()).build()
                : null);
    Gap gap = all().gap(source);
    assertThat(all().cached()).containsExactly("locks");
    return gap;
  }

  @Test
  void aLayerThatBreaksOffIsRefused() throws Exception {
    try (ServedImages registry = new ServedImages()) {
      Gap gap =
          gap(
              registry,
              bytes ->
                  new MockResponse.Builder()
                      .body(new Buffer().write(bytes))
                      .onResponseBody(new SocketEffect.CloseSocket()));

      assertThat(gap.reason()).isEqualTo(GapReason.UNREACHABLE);
      assertThat(gap.message())
          .matches(
              "the registry localhost:%d broke off %s after [0-9,]+ of %,d bytes: .+"
                  .formatted(registry.port(), BASE.digest(), BASE.bytes().length));
    }
  }

  @Test
  void aLayerThatIsShorterOrLongerThanTheManifestSaysIsRefused() throws Exception {
    try (ServedImages registry = new ServedImages()) {
      int size = BASE.bytes().length;

      assertThat(
              gap(
                  registry,
                  bytes ->
                      new MockResponse.Builder()
                          .chunkedBody(new Buffer().write(bytes, 0, 1000), 100)))
          .isEqualTo(
              Gap.of(
                  GapReason.MALFORMED,
                  "layer %s ended after 1,000 of %,d bytes".formatted(BASE.digest(), size),
                  "run again; if it stays, push the image again"));
      assertThat(
              gap(
                      registry,
                      bytes ->
                          new MockResponse.Builder()
                              .chunkedBody(new Buffer().write(bytes).write(new byte[9]), 100))
                  .message())
          .isEqualTo("layer %s goes on after %,d bytes".formatted(BASE.digest(), size));
    }
  }

  @Test
  void aLayerThatTakesTooLongIsReportedInTime() throws Exception {
    try (ServedImages registry = new ServedImages();
        Images images = all().images()) {
      ImageSource source = slow(registry);

      assertThatThrownBy(() -> images.open(source, look(Duration.ofSeconds(1))))
          .hasMessageMatching(
              "[0-9,]+ of [0-9,]+ bytes of %s had come from the registry localhost:%d when the time was over"
                  .formatted(BASE.digest(), registry.port()));
      assertThat(all().cached()).containsExactly("locks");
    }
  }

  private static ImageSource slow(ServedImages registry) {
    ImageSource source = registry.serve(IMAGE);
    registry.instead(
        request ->
            request.getTarget().equals(ServedImages.blob(BASE.digest()))
                ? new MockResponse.Builder()
                    .body(new Buffer().write(BASE.bytes()))
                    .throttleBody(1000, 100, TimeUnit.MILLISECONDS)
                    .build()
                : null);
    return source;
  }

  @Test
  void anInterruptStopsTheTransfer() throws Exception {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try (ServedImages registry = new ServedImages();
        Images images = all().images()) {
      ImageSource source = slow(registry);
      Thread test = Thread.currentThread();
      threads.execute(
          () -> {
            while (registry.asked(BASE) == 0) {
              Thread.onSpinWait();
            }
            test.interrupt();
          });

      assertThatThrownBy(() -> images.open(source, look()))
          .isInstanceOf(InterruptedException.class);
      assertThat(all().cached()).containsExactly("locks");

      registry.instead(request -> null);
      assertThat(text(images.open(source, look()), "/app")).isEqualTo("application");
    } finally {
      threads.shutdownNow();
    }
  }
}

package dev.stageproof.probes.image;

import dev.stageproof.observe.ImageReference;
import dev.stageproof.observe.ImageSource;
import dev.stageproof.testing.images.LocalRegistry;
import dev.stageproof.testing.images.PackedLayer;
import dev.stageproof.testing.images.TestImage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/** A registry that keeps note of what it was asked, and may misbehave. */
final class ServedImages implements AutoCloseable {
  private static final String BEGINNING = "/v2/acme/app/";

  private final MockWebServer server = new MockWebServer();
  private final Map<String, byte[]> content = new ConcurrentHashMap<>();
  private final List<RecordedRequest> asked = new CopyOnWriteArrayList<>();

  /** What is answered instead, by the path; null for the usual. */
  private volatile Function<RecordedRequest, MockResponse> instead = request -> null;

  ServedImages() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            asked.add(request);
            MockResponse other = instead.apply(request);
            return other == null ? usual(request) : other;
          }
        });
    server.start();
  }

  private MockResponse usual(RecordedRequest request) {
    byte[] bytes = content.get(request.getTarget());
    return bytes == null
        ? new MockResponse.Builder().code(404).build()
        : new MockResponse.Builder().code(200).body(new Buffer().write(bytes)).build();
  }

  /** Serves an image; where it is. */
  ImageSource serve(TestImage image) {
    content.put(BEGINNING + "manifests/" + image.digest(), image.manifest());
    content.put(blob(LocalRegistry.digest(image.config())), image.config());
    for (PackedLayer layer : image.layers()) {
      content.put(blob(layer.digest()), layer.bytes());
    }
    return new ImageSource.Registry(
        ImageReference.parse("localhost:%d/acme/app@%s".formatted(server.getPort(), image.digest()))
            .orElseThrow());
  }

  static String blob(String digest) {
    return BEGINNING + "blobs/" + digest;
  }

  void instead(Function<RecordedRequest, MockResponse> other) {
    instead = other;
  }

  String url(String path) {
    return server.url(path).toString();
  }

  int port() {
    return server.getPort();
  }

  List<RecordedRequest> asked() {
    return asked;
  }

  /** How often a layer was asked for. */
  long asked(PackedLayer layer) {
    return asked.stream().filter(it -> it.getTarget().equals(blob(layer.digest()))).count();
  }

  @Override
  public void close() {
    server.close();
  }
}

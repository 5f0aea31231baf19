package dev.stageproof.probes.registry;

import dev.stageproof.observe.ImageReference;
import dev.stageproof.probes.registry.Credentials.Known;
import dev.stageproof.probes.registry.Transport.Answer;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * A client of the pull part of the OCI distribution specification: asks without credentials, and
 * with them only where a registry wants to know. Thread-safe.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/main/spec.md">OCI
 *     distribution</a>
 */
final class Registry implements AutoCloseable {
  private static final String DOCKER_HUB = "docker.io";
  private static final String DOCKER_HUB_API = "registry-1.docker.io";

  /** A registry that has not answered by then is reported, however long the look may take. */
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** What is left of a deadline to report that it has passed, at most. */
  private static final Duration REPORT_TIME = Duration.ofMillis(300);

  private static final int UNAUTHORIZED = 401;

  private final Credentials credentials;
  private final Transport transport = new Transport();

  /** The {@code Authorization} header that a repository has accepted. */
  private final Map<String, String> accepted = new ConcurrentHashMap<>();

  Registry(Credentials credentials) {
    this.credentials = credentials;
  }

  /**
   * One document of an image's repository.
   *
   * @param path below the repository: "manifests/latest", "blobs/sha256:…"
   * @param accept the kinds of documents that are understood
   * @throws UnobservedException when there is none, with the reason and the next step
   * @throws InterruptedException when the run is stopped
   */
  Answer get(ImageReference image, String path, List<String> accept, ProbeContext context)
      throws UnobservedException, InterruptedException {
    RegistryGaps gaps = new RegistryGaps(image);
    Request asked =
        new Request.Builder()
            .url(address(image, path))
            .header("Accept", String.join(", ", accept))
            .build();
    try {
      Answer answer = ask(asked, Optional.ofNullable(accepted.get(image.name())), context);
      if (answer.status() == UNAUTHORIZED) {
        answer = identified(asked, answer, image, context);
      }
      gaps.refuse(answer);
      return answer;
    } catch (IOException e) {
      throw new UnobservedException(gaps.unanswered(e), e);
    }
  }

  private static HttpUrl address(ImageReference image, String path) {
    String host = image.host().equals(DOCKER_HUB) ? DOCKER_HUB_API : image.host();
    String scheme = image.loopback() ? "http" : "https";
    return HttpUrl.get(scheme + "://" + host + "/v2/" + image.repository() + "/" + path);
  }

  private Answer identified(
      Request asked, Answer refused, ImageReference image, ProbeContext context)
      throws UnobservedException, InterruptedException, IOException {
    accepted.remove(image.name());
    Known known = credentials.of(image, context);
    Tokens tokens = new Tokens(image, asked.url(), known);
    Optional<Challenge> challenge = Challenge.of(refused.challenges());
    Optional<String> header = Optional.empty();
    if (challenge.isPresent() && challenge.get() instanceof Challenge.Bearer bearer) {
      header = tokens.read(ask(tokens.request(bearer), Optional.empty(), context));
    } else if (challenge.isPresent()) {
      header = tokens.basic();
    }
    Answer answer = header.isEmpty() ? refused : ask(asked, header, context);
    if (answer.status() == UNAUTHORIZED) {
      throw new UnobservedException(
          known.gap().orElseGet(() -> new RegistryGaps(image).unidentified(known)));
    }
    header.ifPresent(value -> accepted.put(image.name(), value));
    return answer;
  }

  private Answer ask(Request request, Optional<String> authorization, ProbeContext context)
      throws IOException, InterruptedException {
    Request.Builder full = request.newBuilder();
    authorization.ifPresent(value -> full.header("Authorization", value));
    return transport.ask(full.build(), limit(context));
  }

  private static Duration limit(ProbeContext context) {
    Duration left = context.remaining();
    Duration tenth = left.dividedBy(10);
    Duration limit = left.minus(tenth.compareTo(REPORT_TIME) < 0 ? tenth : REPORT_TIME);
    return limit.compareTo(LIMIT) < 0 ? limit : LIMIT;
  }

  @Override
  public void close() {
    transport.close();
  }
}

package dev.stageproof.probes.registry;

import dev.stageproof.model.Gap;
import dev.stageproof.observe.ImageManifestObservation.Blob;
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
import java.util.concurrent.atomic.AtomicLong;
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

  /**
   * A registry that has not answered by then is reported, however long the look may take; a blob
   * may take longer.
   */
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
      Answer answer = new Question(asked, image, Optional.empty(), context).answer();
      gaps.refuse(answer);
      return answer;
    } catch (IOException e) {
      throw new UnobservedException(gaps.unanswered(e), e);
    }
  }

  /**
   * Hands a blob to a reader as it arrives; it may take all the time that the look has.
   *
   * @throws UnobservedException when it does not arrive whole, or the reader finds it unfit
   * @throws InterruptedException when the run is stopped
   */
  void copy(ImageReference image, Blob blob, BlobReader reader, ProbeContext context)
      throws UnobservedException, InterruptedException {
    RegistryGaps gaps = new RegistryGaps(image);
    Request asked = new Request.Builder().url(address(image, "blobs/" + blob.digest())).build();
    AtomicLong arrived = new AtomicLong();
    BlobReader counting = content -> reader.read(new Counted(content, arrived));
    try {
      gaps.refuse(new Question(asked, image, Optional.of(counting), context).answer());
    } catch (UnfitException e) {
      throw e.unobserved();
    } catch (IOException e) {
      long bytes = arrived.get();
      Gap gap = bytes == 0 ? gaps.unanswered(e) : gaps.brokenOff(blob, bytes, e);
      throw new UnobservedException(gap, e);
    }
  }

  private static HttpUrl address(ImageReference image, String path) {
    String host = image.host().equals(DOCKER_HUB) ? DOCKER_HUB_API : image.host();
    String scheme = image.loopback() ? "http" : "https";
    return HttpUrl.get(scheme + "://" + host + "/v2/" + image.repository() + "/" + path);
  }

  /** What is asked, and for whom; a reader takes a large answer. */
  private final class Question {
    private final Request asked;
    private final ImageReference image;
    private final Optional<BlobReader> reader;
    private final ProbeContext context;

    Question(
        Request asked, ImageReference image, Optional<BlobReader> reader, ProbeContext context) {
      this.asked = asked;
      this.image = image;
      this.reader = reader;
      this.context = context;
    }

    Answer answer() throws UnobservedException, InterruptedException, IOException {
      Answer answer = ask(Optional.ofNullable(accepted.get(image.name())));
      return answer.status() == UNAUTHORIZED ? identified(answer) : answer;
    }

    private Answer identified(Answer refused)
        throws UnobservedException, InterruptedException, IOException {
      accepted.remove(image.name());
      Known known = credentials.of(image, context);
      Optional<String> header = header(refused, new Tokens(image, asked.url(), known));
      Answer answer = header.isEmpty() ? refused : ask(header);
      if (answer.status() == UNAUTHORIZED) {
        throw new UnobservedException(
            known.gap().orElseGet(() -> new RegistryGaps(image).unidentified(known)));
      }
      header.ifPresent(value -> accepted.put(image.name(), value));
      return answer;
    }

    private Optional<String> header(Answer refused, Tokens tokens)
        throws IOException, InterruptedException {
      Optional<Challenge> challenge = Challenge.of(refused.challenges());
      if (challenge.isPresent() && challenge.get() instanceof Challenge.Bearer bearer) {
        return tokens.read(transport.ask(tokens.request(bearer), shortLimit(context)));
      }
      return challenge.isPresent() ? tokens.basic() : Optional.empty();
    }

    private Answer ask(Optional<String> authorization) throws IOException, InterruptedException {
      Request.Builder full = asked.newBuilder();
      authorization.ifPresent(value -> full.header("Authorization", value));
      Duration limit = reader.isPresent() ? limit(context) : shortLimit(context);
      return transport.ask(full.build(), limit, reader);
    }
  }

  private static Duration shortLimit(ProbeContext context) {
    Duration limit = limit(context);
    return limit.compareTo(LIMIT) < 0 ? limit : LIMIT;
  }

  private static Duration limit(ProbeContext context) {
    Duration left = context.remaining();
    Duration tenth = left.dividedBy(10);
    return left.minus(tenth.compareTo(REPORT_TIME) < 0 ? tenth : REPORT_TIME);
  }

  @Override
  public void close() {
    transport.close();
  }
}

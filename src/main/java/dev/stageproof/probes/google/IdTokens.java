package dev.stageproof.probes.google;

import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.IdToken;
import com.google.auth.oauth2.IdTokenProvider;
import com.google.auth.oauth2.IdTokenProvider.Option;
import com.google.auth.oauth2.ImpersonatedCredentials;
import com.google.auth.oauth2.UserCredentials;
import dev.stageproof.observe.Access;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Identity tokens from Application Default Credentials, each asked for once and kept until shortly
 * before it expires. The search for credentials knows no deadline, so that it has a thread of its
 * own. Thread-safe.
 */
final class IdTokens {

  /** Finds credentials. */
  @FunctionalInterface
  interface Source {
    /**
     * The credentials.
     *
     * @throws IOException when there are none
     */
    GoogleCredentials find() throws IOException;
  }

  /** Three pings of a metadata server that does not exist, and two calls to one that does. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /** A token that ends sooner may do so on the way. */
  private static final Duration SPARE = Duration.ofMinutes(1);

  /** IAM Credentials takes at most an hour; the token is asked for at once. */
  private static final int LIFETIME_SECONDS = 300;

  private static final List<String> CLOUD_PLATFORM =
      List.of("https://www.googleapis.com/auth/cloud-platform");

  private final Source source;
  private final Map<Access.IdToken, CompletableFuture<IdToken>> kept = new ConcurrentHashMap<>();

  IdTokens() {
    this(GoogleCredentials::getApplicationDefault);
  }

  IdTokens(Source source) {
    this.source = source;
  }

  /**
   * The token as it is sent.
   *
   * @throws UnobservedException when none can be made, with the next step
   * @throws InterruptedException when the run is stopped
   */
  String get(Access.IdToken asked, ProbeContext context)
      throws UnobservedException, InterruptedException {
    Duration left = context.remaining().multipliedBy(9).dividedBy(10);
    Duration limit = left.compareTo(LONGEST) < 0 ? left : LONGEST;
    Instant now = context.now();
    try {
      return kept.compute(asked, (key, old) -> old != null && lasts(old, now) ? old : start(key))
          .get(limit.toNanos(), TimeUnit.NANOSECONDS)
          .getTokenValue();
    } catch (TimeoutException e) {
      throw new UnobservedException(TokenGaps.late(asked, limit), e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof UnobservedException known
          ? known
          : new UnobservedException(TokenGaps.of(asked, e.getCause()), e.getCause());
    }
  }

  /** False for a failure: what was missing may be there by now. */
  private static boolean lasts(CompletableFuture<IdToken> token, Instant now) {
    return !token.isDone()
        || (!token.isCompletedExceptionally()
            && token.join().getExpirationTime().toInstant().isAfter(now.plus(SPARE)));
  }

  private CompletableFuture<IdToken> start(Access.IdToken asked) {
    CompletableFuture<IdToken> token = new CompletableFuture<>();
    Runnable make =
        () -> {
          try {
            token.complete(make(asked));
          } catch (IOException | UnobservedException | RuntimeException | LinkageError e) {
            token.completeExceptionally(e);
          }
        };
    Thread thread = new Thread(make, "stageproof-id-token");
    thread.setDaemon(true);
    thread.start();
    return token;
  }

  private IdToken make(Access.IdToken asked) throws IOException, UnobservedException {
    GoogleCredentials found = found(asked);
    if (asked.impersonate().isPresent()) {
      return impersonated(found, asked.impersonate().get())
          .idTokenWithAudience(asked.audience(), List.of(Option.INCLUDE_EMAIL));
    }
    if (found instanceof UserCredentials || !(found instanceof IdTokenProvider provider)) {
      throw new UnobservedException(TokenGaps.unfit(asked, found instanceof UserCredentials));
    }
    return provider.idTokenWithAudience(asked.audience(), List.of());
  }

  private GoogleCredentials found(Access.IdToken asked) throws UnobservedException {
    try {
      return source.find();
    } catch (IOException e) {
      throw new UnobservedException(TokenGaps.noCredentials(asked, e), e);
    }
  }

  private static ImpersonatedCredentials impersonated(GoogleCredentials found, String account) {
    GoogleCredentials scoped =
        found.createScopedRequired() ? found.createScoped(CLOUD_PLATFORM) : found;
    return ImpersonatedCredentials.create(
        scoped, account, List.of(), CLOUD_PLATFORM, LIFETIME_SECONDS);
  }
}

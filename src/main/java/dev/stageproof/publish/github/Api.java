package dev.stageproof.publish.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stageproof.spi.UnpublishedException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * GitHub's REST API, with one budget of time for all calls. A call is made again when GitHub was
 * busy and it can't have done anything, or does no harm twice.
 *
 * @see <a href="https://docs.github.com/rest">GitHub REST API</a>
 */
final class Api implements AutoCloseable {

  /** A page of a hundred comments of the greatest length, and what stands around them. */
  private static final long LARGEST_ANSWER = 64L * 1024 * 1024;

  private static final Set<Integer> NO_ACCOUNT =
      Set.of(HttpURLConnection.HTTP_FORBIDDEN, HttpURLConnection.HTTP_NOT_FOUND);
  private static final int MOST_TRIES = 4;
  private static final MediaType JSON = MediaType.get("application/json");

  private final Place place;
  private final Token token;
  private final Patience patience;
  private final OkHttpClient client;
  private final long began = System.nanoTime();

  Api(Place place, Token token, Patience patience) {
    this.place = place;
    this.token = token;
    this.patience = patience;
    this.client =
        new OkHttpClient.Builder()
            .callTimeout(patience.call())
            .followRedirects(false)
            .followSslRedirects(false)
            .build();
  }

  /** Who the token belongs to; empty for one of an app, which may not ask. */
  Optional<JsonNode> user() throws UnpublishedException, InterruptedException {
    HttpUrl url = place.api().newBuilder().addPathSegment("user").build();
    Answer answer = answer(new Request.Builder().url(url).get());
    return NO_ACCOUNT.contains(answer.status()) && !answer.limited()
        ? Optional.empty()
        : Optional.of(checked(answer, "to be an account's"));
  }

  /** One page of the comments, the oldest first. */
  JsonNode comments(int size, int page, String needs)
      throws UnpublishedException, InterruptedException {
    HttpUrl url =
        place
            .address("issues/" + place.issue() + "/comments")
            .newBuilder()
            .addQueryParameter("per_page", String.valueOf(size))
            .addQueryParameter("page", String.valueOf(page))
            .build();
    return checked(answer(new Request.Builder().url(url).get()), needs);
  }

  /**
   * Changes something below the repository.
   *
   * @param needs the permission that it takes, as a workflow grants it
   */
  JsonNode send(String method, String path, JsonNode body, String needs)
      throws UnpublishedException, InterruptedException {
    RequestBody json = RequestBody.create(Json.text(body).getBytes(UTF_8), JSON);
    return checked(
        answer(new Request.Builder().url(place.address(path)).method(method, json)), needs);
  }

  private JsonNode checked(Answer answer, String needs) throws UnpublishedException {
    if (!answer.good()) {
      throw Refusals.of(answer, place, needs);
    }
    return answer.body();
  }

  private Answer answer(Request.Builder builder) throws UnpublishedException, InterruptedException {
    Request request =
        builder
            .header("Authorization", token.header())
            .header("Accept", "application/vnd.github+json")
            .header("X-GitHub-Api-Version", "2022-11-28")
            .header("User-Agent", "stageproof")
            .build();
    boolean harmless = !request.method().equals("POST");
    for (int attempt = 1; ; attempt++) {
      Optional<Answer> answer = attempt(request, harmless && attempt < MOST_TRIES);
      boolean again = answer.isEmpty() || answer.get().again(harmless);
      long pause = answer.flatMap(Answer::retryAfterMillis).orElse(500L << attempt);
      if (!again || attempt == MOST_TRIES || pause > left()) {
        return answer.orElseThrow(() -> unreached("no answer in time", null));
      }
      patience.pause().pause(pause);
    }
  }

  /** Empty when there was none and it may be tried again. */
  private Optional<Answer> attempt(Request request, boolean again) throws UnpublishedException {
    try (Response response = client.newCall(request).execute()) {
      return Optional.of(Answer.of(response, LARGEST_ANSWER));
    } catch (IOException e) {
      if (again) {
        return Optional.empty();
      }
      throw unreached(Words.of(e), e);
    }
  }

  private UnpublishedException unreached(String why, IOException cause) {
    return new UnpublishedException(
        "GitHub can't be reached at "
            + place.api()
            + ": "
            + why
            + "; check the network, or the address in --api-url and GITHUB_API_URL",
        cause);
  }

  private long left() {
    return patience.all().toMillis() - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
  }

  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}

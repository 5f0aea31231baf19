package dev.stageproof.probes.http;

import java.io.IOException;
import java.net.HttpURLConnection;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Keeps OkHttp from asking again by itself, and hands the answer's true status and headers to the
 * {@link Trace}.
 *
 * <p>OkHttp repeats a request silently after 408, and after 503 with {@code Retry-After: 0}: the
 * measurement would be of the second answer. It sees 200 instead. It also hides {@code
 * Content-Encoding} when it unpacks a body.
 */
final class AskOnce implements Interceptor {

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    Trace.of(chain.request()).answered(response.code(), response.headers());
    boolean repeated =
        response.code() == HttpURLConnection.HTTP_CLIENT_TIMEOUT
            || response.code() == HttpURLConnection.HTTP_UNAVAILABLE;
    return repeated ? response.newBuilder().code(HttpURLConnection.HTTP_OK).build() : response;
  }
}

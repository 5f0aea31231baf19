package dev.stageproof.publish.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stageproof.model.InvalidSetting;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * The issue or pull request that is written to.
 *
 * @param api where the REST API is: {@code https://api.github.com/}
 * @param as the account whose comments may be rewritten; empty when the token tells it
 */
record Place(HttpUrl api, String repository, long issue, Optional<String> as) {

  /** Delivered events have at most 25 MB. */
  private static final int LARGEST_EVENT = 32 * 1024 * 1024;

  private static final Pattern REPOSITORY =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,99}/(?!\\.\\.?$)[A-Za-z0-9._-]{1,100}");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
  private static final Pattern PULL = Pattern.compile("refs/pull/([1-9][0-9]{0,17})/.+");

  static Place of(Map<String, String> settings, Map<String, String> environment) {
    return new Place(
        api(settings, environment),
        repository(settings, environment),
        issue(settings, environment),
        Optional.ofNullable(settings.get("as")));
  }

  /** An address below the repository. */
  HttpUrl address(String path) {
    return api.newBuilder().addPathSegments("repos/" + repository + "/" + path).build();
  }

  /** "acme/backend#12". */
  String name() {
    return repository + "#" + issue;
  }

  private static HttpUrl api(Map<String, String> settings, Map<String, String> environment) {
    String text =
        value("api-url", settings, "GITHUB_API_URL", environment, "https://api.github.com");
    HttpUrl url = HttpUrl.parse(text);
    if (url == null || !(url.isHttps() || loopback(url))) {
      throw new InvalidSetting(
          "api-url",
          "--api-url `"
              + text
              + "`: a token goes to https:// addresses only, such as"
              + " https://github.example.com/api/v3");
    }
    return url;
  }

  private static boolean loopback(HttpUrl url) {
    return url.host().equals("localhost") || url.host().equals("127.0.0.1");
  }

  private static String repository(Map<String, String> settings, Map<String, String> environment) {
    String text = value("repo", settings, "GITHUB_REPOSITORY", environment, "");
    if (!REPOSITORY.matcher(text).matches()) {
      throw new InvalidSetting(
          "repo",
          text.isEmpty()
              ? "no repository is named: give --repo OWNER/NAME, or run where GITHUB_REPOSITORY is"
                  + " set"
              : "--repo `" + text + "` is not OWNER/NAME");
    }
    return text;
  }

  private static long issue(Map<String, String> settings, Map<String, String> environment) {
    String text = settings.get("issue");
    if (text != null) {
      if (!NUMBER.matcher(text).matches()) {
        throw new InvalidSetting("issue", "--issue `" + text + "` is not a number such as 12");
      }
      return Long.parseLong(text);
    }
    Matcher pull = PULL.matcher(environment.getOrDefault("GITHUB_REF", ""));
    return pull.matches()
        ? Long.parseLong(pull.group(1))
        : event(environment)
            .orElseThrow(
                () ->
                    new InvalidSetting(
                        "issue",
                        "no issue or pull request is named: give --issue N; GITHUB_REF and"
                            + " GITHUB_EVENT_PATH name none"));
  }

  private static Optional<Long> event(Map<String, String> environment) {
    String path = environment.getOrDefault("GITHUB_EVENT_PATH", "");
    if (path.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(Path.of(path))) {
      JsonNode event = Json.read(in.readNBytes(LARGEST_EVENT));
      long pull = event.at("/pull_request/number").asLong(0);
      long number = pull > 0 ? pull : event.at("/issue/number").asLong(0);
      return number > 0 ? Optional.of(number) : Optional.empty();
    } catch (IOException e) {
      throw new InvalidSetting(
          "issue",
          "the event in GITHUB_EVENT_PATH can't be read, so give --issue N: " + Words.of(e));
    }
  }

  private static String value(
      String name,
      Map<String, String> settings,
      String variable,
      Map<String, String> environment,
      String otherwise) {
    String set = settings.getOrDefault(name, environment.getOrDefault(variable, ""));
    return set.isEmpty() ? otherwise : set;
  }
}

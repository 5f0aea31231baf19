package dev.stageproof.publish.github;

import static dev.stageproof.publish.github.FakeGithub.says;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.RunRecord;
import dev.stageproof.report.SampleRuns;
import dev.stageproof.spi.Publication;
import dev.stageproof.spi.Publisher.Posting;
import dev.stageproof.spi.UnpublishedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class GithubPublisherTest {
  private static final String TOKEN = "ghs_abcdef0123456789";
  private static final String MARKER = "<!-- stageproof:netra-backend-staging -->";
  private static final String SHA = "4be1c07a4be1c07a4be1c07a4be1c07a4be1c07a";

  @TempDir private Path folder;
  private final List<Long> pauses = new ArrayList<>();
  private FakeGithub github;

  @BeforeEach
  void start() throws IOException {
    github = FakeGithub.start();
  }

  @AfterEach
  void stop() {
    github.close();
  }

  private Posting posting(String markdown, String... settings) throws IOException {
    return posting(markdown, Duration.ofMinutes(1), settings);
  }

  private Posting posting(String markdown, Duration budget, String... settings) throws IOException {
    Map<String, String> all = new HashMap<>();
    all.put("repo", "acme/backend");
    all.put("issue", "7");
    all.put("api-url", github.url());
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    Patience patience = new Patience(Duration.ofSeconds(10), budget, pauses::add);
    return new GithubPublisher(patience)
        .prepare(publication(markdown), all, Map.of("GITHUB_TOKEN", TOKEN));
  }

  private static Publication publication(String markdown) {
    return new Publication() {
      @Override
      public RunRecord run() {
        return SampleRuns.unhealthy();
      }

      @Override
      public String markdown(int most) {
        return markdown;
      }
    };
  }

  private static String body(String json) throws IOException {
    return Json.read(json.getBytes(UTF_8)).path("body").asText();
  }

  @Test
  void theFirstRunWritesAComment() throws Exception {
    List<String> done = posting("# Report\n").send();

    assertThat(done).containsExactly("comment written: " + github.url() + "/c/new");
    assertThat(github.asked())
        .containsExactly(
            "GET /user",
            "GET /repos/acme/backend/issues/7/comments?per_page=100&page=1",
            "POST /repos/acme/backend/issues/7/comments");
    assertThat(body(github.sent().get(0))).isEqualTo(MARKER + "\n# Report\n");
    assertThat(github.tokens()).containsOnly("Bearer " + TOKEN);
  }

  @Test
  void laterRunsRewriteTheirOwnCommentOnly() throws Exception {
    github
        .comment("mallory", MARKER + "\nforged")
        .comment("ci-user", "> " + MARKER + "\nquoted")
        .comment("ci-user", "<!-- stageproof:other -->\n# Other")
        .comment("ci-user", MARKER + "\n# Old\n");

    assertThat(posting("# New\n").send())
        .containsExactly("comment rewritten: " + github.url() + "/c/new");
    assertThat(github.asked()).endsWith("PATCH /repos/acme/backend/issues/comments/4");
  }

  @Test
  void aCommentThatSaysItAlreadyIsLeft() throws Exception {
    github.comment("ci-user", MARKER + "\n# Same\n");

    assertThat(posting("# Same\n").send())
        .containsExactly("comment left as it is: " + github.url() + "/c/1");
    assertThat(github.sent()).isEmpty();
  }

  @Test
  void aJobsTokenMayNotAskWhoItIs() throws Exception {
    github.withToken(true).comment("github-actions[bot]", MARKER + "\n# Old\n");

    assertThat(posting("# New\n").send().get(0)).startsWith("comment rewritten: ");
    assertThat(posting("# New\n", "as", "acme-ci[bot]").send().get(0))
        .startsWith("comment written: ");
  }

  @Test
  void theCommentIsFoundOnALaterPage() throws Exception {
    for (int i = 0; i < 100; i++) {
      github.comment("someone", "Looks good");
    }
    github.comment("ci-user", MARKER + "\n# Old\n");

    posting("# New\n").send();

    assertThat(github.asked()).endsWith("PATCH /repos/acme/backend/issues/comments/101");
  }

  @Test
  void theSearchForTheCommentEnds() {
    for (int i = 0; i < 3000; i++) {
      github.comment("someone", "+1");
    }
    assertThatThrownBy(() -> posting("# New\n").send())
        .isInstanceOf(UnpublishedException.class)
        .hasMessage(
            "acme/backend#7 has more than 3000 comments, and the report's is not among the first;"
                + " name another issue");
  }

  @Test
  void aStatusIsSetWhenAskedFor() throws Exception {
    List<String> done = posting("# Report\n", "status", SHA).send();

    assertThat(done.get(1)).isEqualTo("status failure set on " + SHA);
    assertThat(github.asked()).endsWith("POST /repos/acme/backend/statuses/" + SHA);
    var status = Json.read(github.sent().get(1).getBytes(UTF_8));
    assertThat(status.path("state").asText()).isEqualTo("failure");
    assertThat(status.path("context").asText()).isEqualTo("stageproof/netra-backend-staging");
    assertThat(status.path("target_url").asText()).isEqualTo(github.url() + "/c/new");
    assertThat(status.path("description").asText()).startsWith("FAIL, confidence LOW: ");
    assertThat(status.path("description").asText().length()).isLessThanOrEqualTo(140);
  }

  @Test
  void onlyAPassIsASuccess() {
    Map<String, String> settings = Map.of("status", SHA);
    Marker marker = new Marker("k");
    assertThat(CommitStatus.of(SampleRuns.healthy(), marker, settings).orElseThrow().state())
        .isEqualTo("success");
    assertThat(CommitStatus.of(SampleRuns.inconclusive(), marker, settings).orElseThrow().state())
        .isEqualTo("error");
    assertThat(CommitStatus.of(SampleRuns.healthy(), marker, Map.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401|Bad credentials|the token is not valid or has expired; set another in GITHUB_TOKEN",
        "404|Not Found|`acme/backend#7` does not exist, or the token may not see it; check --repo,"
            + " --issue and --status, and give the token issues: write and pull-requests: write",
        "301|Moved Permanently|`acme/backend` has another name now; give that with --repo",
        "422|Body is too long|it does not take what was sent; check --issue, --status and"
            + " --target-url",
        "410|Gone|issues are switched off, or the issue was deleted; name another with --issue",
        "418|Teapot|see whether GitHub is in order (githubstatus.com) and run this again"
      })
  void aRefusalSaysWhatToDo(int status, String said, String next) {
    github.next(says(status, said)).next(says(status, said));

    assertThatThrownBy(() -> posting("# Report\n").send())
        .isInstanceOf(UnpublishedException.class)
        .hasMessage("GitHub refused, " + status + " (" + said + "): " + next);
    assertThat(pauses).isEmpty();
  }

  @Test
  void aTokenThatMayNotWriteIsToldWhatItNeeds() throws IOException {
    github.next(says(200, "")).next(says(403, "Resource not accessible by integration"));

    assertThatThrownBy(() -> posting("# Report\n").send())
        .hasMessage(
            "GitHub refused, 403 (Resource not accessible by integration): the token may not do"
                + " this; it needs issues: write and pull-requests: write (in a workflow under"
                + " `permissions:`). The token of a pull request from a fork is read-only");
  }

  @Test
  void aLimitIsWaitedForWhileTheBudgetLasts() throws Exception {
    github.next(says(429, "Slow down", "Retry-After", "5")).next(says(502, "Bad gateway"));

    posting("# Report\n").send();

    assertThat(pauses).containsExactly(5_000L, 2_000L);
    github.next(says(403, "Secondary limit", "Retry-After", "120"));
    assertThatThrownBy(() -> posting("# Report\n").send())
        .hasMessage(
            "GitHub refused, 403 (Secondary limit): too many calls were made with this token; try"
                + " again in 120 s");
    assertThat(pauses).hasSize(2);
  }

  @Test
  void triesHaveAnEnd() {
    for (int i = 0; i < 4; i++) {
      github.next(says(500, "Oops"));
    }
    assertThatThrownBy(() -> posting("# Report\n").send())
        .hasMessageStartingWith("GitHub refused, 500 (Oops): see whether GitHub is in order");
    assertThat(github.asked()).hasSize(4).containsOnly("GET /user");
  }

  @Test
  void aCommentIsNeverSentTwice() throws Exception {
    github.next(says(200, "")).next(new MockResponse.Builder().body("[]").build());
    github.next(says(502, "Bad gateway"));

    assertThatThrownBy(() -> posting("# Report\n").send())
        .hasMessageStartingWith("GitHub refused, 502 (Bad gateway): ");
    assertThat(github.asked()).hasSize(3);
  }

  @Test
  void whoCanNotBeReachedIsNamed() throws IOException {
    Posting posting = posting("# Report\n", Duration.ZERO);
    String url = github.url();
    github.close();

    assertThatThrownBy(posting::send)
        .isInstanceOf(UnpublishedException.class)
        .hasMessageStartingWith("GitHub can't be reached at " + url + "/: ")
        .hasMessageEndingWith(
            "; check the network, or the address in --api-url and GITHUB_API_URL");
  }

  @Test
  void theTokenIsInNoText() throws Exception {
    Posting posting = posting("# Report\n", "status", SHA);

    assertThat(String.join("\n", posting.preview())).doesNotContain(TOKEN);
    assertThat(Token.from(Map.of("GH_TOKEN", TOKEN))).hasToString("a token");
    assertThatThrownBy(() -> Token.from(Map.of("GITHUB_TOKEN", TOKEN + "\n")))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage("the token in GITHUB_TOKEN or GH_TOKEN holds a blank or another odd character");
  }

  @Test
  void placesAreTakenFromTheEnvironmentOfAJob() throws IOException {
    Path event =
        Files.writeString(folder.resolve("event.json"), "{\"pull_request\": {\"number\": 31}}");
    Map<String, String> job = new HashMap<>(Map.of("GITHUB_REPOSITORY", "acme/backend"));
    job.put("GITHUB_EVENT_PATH", event.toString());
    assertThat(Place.of(Map.of(), job).name()).isEqualTo("acme/backend#31");
    assertThat(Place.of(Map.of(), job).address("x"))
        .hasToString("https://api.github.com/repos/acme/backend/x");
    job.put("GITHUB_REF", "refs/pull/12/merge");
    assertThat(Place.of(Map.of(), job).name()).isEqualTo("acme/backend#12");
    assertThat(Place.of(Map.of("issue", "3", "repo", "o/r"), job).name()).isEqualTo("o/r#3");
    job.put("GITHUB_API_URL", "https://github.example.com/api/v3");
    assertThat(Place.of(Map.of(), job).address("x"))
        .hasToString("https://github.example.com/api/v3/repos/acme/backend/x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "repo|../x|--repo `../x` is not OWNER/NAME",
        "repo|a/..|--repo `a/..` is not OWNER/NAME",
        "issue|0|--issue `0` is not a number such as 12",
        "issue|7/x|--issue `7/x` is not a number such as 12",
        "status|4be1c07|--status `4be1c07` is not a whole commit id of 40 hexadecimal digits",
        "key|a-->b|--key `a-->b`: use small letters, digits, dots and hyphens",
        "target-url|ftp://x|--target-url starts with https:// or http://",
        "api-url|http://github.example.com|--api-url `http://github.example.com`: a token goes to"
            + " https:// addresses only, such as https://github.example.com/api/v3"
      })
  void aSettingThatCanNotBeUsedIsRefused(String name, String value, String message) {
    Map<String, String> settings = new HashMap<>(Map.of("repo", "o/r", "issue", "1"));
    settings.put("status", SHA);
    settings.put(name, value);
    assertThatThrownBy(() -> new GithubPublisher().prepare(publication("#"), settings, Map.of()))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage(message);
  }

  @Test
  void aLongReportIsFoldedBehindItsFirstPart() {
    String first = "# R\n\n## Summary\n\n```\n## no heading\n```\n\n";
    String rest = "## Metrics\n\n" + "x\n".repeat(4_000);

    assertThat(Fold.of(first + rest))
        .isEqualTo(
            first
                + "<details><summary>The whole report</summary>\n\n"
                + rest.stripTrailing()
                + "\n\n</details>\n");
    assertThat(Fold.of(first + "## Metrics\n")).isEqualTo(first + "## Metrics\n");
  }
}

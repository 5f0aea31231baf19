package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stageproof.publish.github.FakeGithub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublishCommandTest {
  private static final String RECORD = "src/test/resources/records/issue-889.0.1.0.json";

  /** GitHub takes 65,536 characters. */
  private static final int LIMIT = 60_000;

  @Test
  void aReportIsPublishedAsItReads() throws IOException {
    try (FakeGithub github = FakeGithub.start()) {
      Cli run = publish(github, RECORD);

      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.err()).isEqualTo("comment written: " + github.url() + "/c/new\n");
      String body = new JsonMapper().readTree(github.sent().get(0)).path("body").asText();
      String report = Cli.run("report", RECORD).out();
      String first = report.substring(0, report.indexOf("\n## "));
      assertThat(body)
          .startsWith("<!-- stageproof:netra-backend-staging -->\n" + first)
          .contains("<details><summary>The whole report</summary>\n\n## Success Metrics\n")
          .endsWith("\n\n</details>\n")
          .hasSizeLessThan(LIMIT);
    }
  }

  private static Cli publish(FakeGithub github, String record) {
    return Cli.run(
        Map.of("GITHUB_TOKEN", "ghs_0123456789"),
        "publish",
        "github",
        record,
        "--repo",
        "acme/backend",
        "--issue",
        "7",
        "--api-url",
        github.url());
  }

  @Test
  void aReportThatIsTooLongLosesWholeSectionsAndSaysSo() throws IOException {
    String notes = "\"" + "a long note ".repeat(20) + "\", ";
    String grown =
        Files.readString(Path.of(RECORD))
            .replaceFirst("\"notes\": \\[", "\"notes\": [" + notes.repeat(300));

    Cli run = Cli.fed(grown, "publish", "github", "-", "--repo=a/b", "--issue=1", "--dry-run");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains(
            "\n> ⚠️ **Cut to 59,500 characters.** Left out: Notes, Executive Summary. The whole report"
                + " is in the files that the run wrote.\n\n# Issue #889 ")
        .contains("\n## Success Metrics\n", "\n## Service Health\n")
        .doesNotContain("a long note")
        .hasSizeLessThan(LIMIT);
  }

  @Test
  void withoutATokenNothingIsAsked() throws IOException {
    try (FakeGithub github = FakeGithub.start()) {
      Cli run =
          Cli.run(
              "publish",
              "github",
              RECORD,
              "--repo=acme/backend",
              "--issue=7",
              "--api-url=" + github.url());

      assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
      assertThat(run.err())
          .isEqualTo(
              "there is no token: set GITHUB_TOKEN or GH_TOKEN; in GitHub Actions with"
                  + " `env: {GITHUB_TOKEN: ${{ github.token }}}`. --dry-run needs none\n");
      assertThat(github.asked()).isEmpty();
    }
  }

  @Test
  void aRefusalIsAReportThatCouldNotBeWritten() throws IOException {
    try (FakeGithub github = FakeGithub.start()) {
      github.next(FakeGithub.says(401, "Bad credentials"));

      Cli run = publish(github, RECORD);

      assertThat(run.code()).isEqualTo(ExitCode.REPORT.code());
      assertThat(run.err())
          .isEqualTo(
              "stageproof: GitHub refused, 401 (Bad credentials): the token is not valid or has"
                  + " expired; set another in GITHUB_TOKEN\n");
    }
  }

  @Test
  void aRecordThatIsNotOfOnePieceIsNotPublished() throws IOException {
    String json =
        Files.readString(Path.of(RECORD))
            .replaceFirst("\"verdict\": \"FAIL\"", "\"verdict\": \"PASS\"");

    Cli run = Cli.fed(json, "publish", "github", "-", "--repo=a/b", "--issue=1", "--dry-run");

    assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "the record does not say what its evidence says, so it is not published; `stageproof"
                + " judge RECORD` shows each difference\n");
  }

  @Test
  void aDryRunPrintsEachCall() {
    String sha = "4be1c07a4be1c07a4be1c07a4be1c07a4be1c07a";
    Cli run =
        Cli.run(
            "publish", "github", RECORD, "--repo=a/b", "--issue=1", "--dry-run", "--status=" + sha);

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith(
            "POST https://api.github.com/repos/a/b/issues/1/comments\n"
                + "or PATCH of the comment there that begins with <!-- stageproof:netra-backend-staging"
                + " -->\n\n<!-- stageproof:netra-backend-staging -->\n# Issue #889 ")
        .contains(
            "\nPOST https://api.github.com/repos/a/b/statuses/"
                + sha
                + "\n\n{\"state\":\"failure\"");
    assertThat(Cli.run("publish").err())
        .isEqualTo(
            "stageproof: the place is missing; known: github\nTry 'stageproof publish --help'.\n");
  }
}

package dev.stageproof.cli;

import dev.stageproof.gate.Catalog;
import dev.stageproof.gate.Posts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stageproof publish github RECORD}. */
@Command(
    name = "github",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Writes the report as a comment at an issue or pull request; later runs rewrite that",
      "comment. With --status it also sets a commit status: success for PASS, failure for",
      "FAIL, error for INCONCLUSIVE.",
      "The token comes from GITHUB_TOKEN or GH_TOKEN, never from the command line.",
      "Exits 0 when published, whatever the verdict; 4 when GitHub refuses or can't be",
      "reached; 2 when the record does not say what its evidence says."
    },
    sortOptions = false)
final class PublishGithubCommand implements Callable<Integer>, Verbose {
  private final Streams streams;
  private final Map<String, String> environment;

  @Parameters(paramLabel = "RECORD", description = "The record; `-` is standard input.")
  private Path record;

  @Option(
      names = "--repo",
      paramLabel = "OWNER/NAME",
      description = "The repository (default: GITHUB_REPOSITORY).")
  private Optional<String> repo = Optional.empty();

  @Option(
      names = "--issue",
      paramLabel = "N",
      description = {
        "The issue or pull request (default: that of GITHUB_REF or of the event in",
        "GITHUB_EVENT_PATH)."
      })
  private Optional<String> issue = Optional.empty();

  @Option(
      names = "--status",
      paramLabel = "SHA",
      description = "Also set a commit status on this commit.")
  private Optional<String> status = Optional.empty();

  @Option(
      names = "--target-url",
      paramLabel = "URL",
      description = "The page that the status leads to (default: the comment).")
  private Optional<String> target = Optional.empty();

  @Option(
      names = "--context",
      paramLabel = "NAME",
      description = "The status's name (default: stageproof/ and the key).")
  private Optional<String> context = Optional.empty();

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "Tells several comments at one issue apart (default: the service).")
  private Optional<String> key = Optional.empty();

  @Option(
      names = "--as",
      paramLabel = "LOGIN",
      description = {
        "The account whose comment may be rewritten (default: the token's own; with the token",
        "of a GitHub Actions job github-actions[bot])."
      })
  private Optional<String> as = Optional.empty();

  @Option(
      names = "--api-url",
      paramLabel = "URL",
      description = "GitHub's REST API (default: GITHUB_API_URL, else https://api.github.com).")
  private Optional<String> api = Optional.empty();

  @Option(names = "--dry-run", description = "Print what would be sent; needs no token.")
  private boolean dryRun;

  @Option(
      names = "--templates",
      paramLabel = "DIR",
      description = "Templates of your own that go before the built-in ones.")
  private Optional<Path> templates = Optional.empty();

  @Option(names = "--plugins", paramLabel = "PATH", split = ":", description = "As in 'validate'.")
  private List<String> plugins = new ArrayList<>();

  @Mixin private ConsoleOptions console;

  PublishGithubCommand(Streams streams, Map<String, String> environment) {
    this.streams = streams;
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Posts posts = Posts.of(record, streams.in(), templates, Catalog.with(plugins), environment);
    if (dryRun) {
      posts.preview("github", settings()).forEach(streams.out()::println);
    } else {
      posts.send("github", settings()).forEach(done -> streams.err().println(Text.line(done)));
    }
    return ExitCode.PASS.code();
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    repo.ifPresent(value -> settings.put("repo", value));
    issue.ifPresent(value -> settings.put("issue", value));
    status.ifPresent(value -> settings.put("status", value));
    target.ifPresent(value -> settings.put("target-url", value));
    context.ifPresent(value -> settings.put("context", value));
    key.ifPresent(value -> settings.put("key", value));
    as.ifPresent(value -> settings.put("as", value));
    api.ifPresent(value -> settings.put("api-url", value));
    return settings;
  }

  @Override
  public int verbosity() {
    return console.verbosity();
  }
}

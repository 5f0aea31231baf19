package dev.stageproof.checks.cloudrun;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows what labels mean that deploying programs set. */
final class Labels {

  /**
   * Where the commit stands: "commit-sha" is what Cloud Build's continuous deployment and the
   * GitHub action deploy-cloudrun set; the others are what people set themselves.
   *
   * @see <a href="https://github.com/google-github-actions/deploy-cloudrun">deploy-cloudrun</a>
   */
  private static final List<String> COMMIT =
      List.of("commit-sha", "commit_sha", "git-commit", "git-sha", "git_sha", "commit", "sha");

  private static final Pattern SHA = Pattern.compile("[0-9a-fA-F]{7,64}");
  private static final String MANAGED_BY = "managed-by";

  /** Labels that differ from revision to revision and say nothing about its configuration. */
  private static final List<String> PLATFORM =
      List.of(
          "cloud.googleapis.com/",
          "run.googleapis.com/",
          "serving.knative.dev/",
          "client.knative.dev/",
          "goog-",
          "gcb-");

  private Labels() {}

  static boolean ofThePlatform(String name) {
    return PLATFORM.stream().anyMatch(name::startsWith);
  }

  /** The commit that labels or annotations tell. */
  static Optional<String> commit(Map<String, String> labels) {
    return COMMIT.stream()
        .flatMap(name -> Optional.ofNullable(labels.get(name)).stream())
        .filter(value -> SHA.matcher(value).matches())
        .findFirst();
  }

  /** The pipeline that deployed: "github-actions", "gcp-cloud-build-deploy-cloud-run". */
  static Optional<String> pipeline(Map<String, String> labels) {
    return Optional.ofNullable(labels.get(MANAGED_BY)).filter(name -> !name.isBlank());
  }
}

package dev.stageproof.publish.github;

import dev.stageproof.spi.UnpublishedException;

/** Says what a refusal of GitHub means, and what to do about it. */
final class Refusals {
  private Refusals() {}

  /**
   * The refusal in words.
   *
   * @param needs the permission that the call takes
   */
  static UnpublishedException of(Answer answer, Place place, String needs) {
    String said = answer.message().isEmpty() ? "" : " (" + answer.message() + ")";
    String what = "GitHub refused, " + answer.status() + said + ": ";
    return new UnpublishedException(what + next(answer, place, needs));
  }

  private static String next(Answer answer, Place place, String needs) {
    if (answer.limited()) {
      return "too many calls were made with this token"
          + answer
              .retryAfter()
              .map(after -> "; try again in " + after + " s")
              .orElse("; try later");
    }
    return switch (answer.status()) {
      case 301, 302, 307, 308 ->
          "`" + place.repository() + "` has another name now; give that with --repo";
      case 401 -> "the token is not valid or has expired; set another in GITHUB_TOKEN";
      case 403 ->
          "the token may not do this; it needs "
              + needs
              + " (in a workflow under `permissions:`). The token of a pull request from a fork is"
              + " read-only";
      case 404 ->
          "`"
              + place.name()
              + "` does not exist, or the token may not see it; check --repo, --issue and --status,"
              + " and give the token "
              + needs;
      case 410 -> "issues are switched off, or the issue was deleted; name another with --issue";
      case 422 -> "it does not take what was sent; check --issue, --status and --target-url";
      default -> "see whether GitHub is in order (githubstatus.com) and run this again";
    };
  }
}

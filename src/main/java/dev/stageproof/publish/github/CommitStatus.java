package dev.stageproof.publish.github;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.Judgment;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Verdict;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a run means for a commit.
 *
 * @param state never "pending": a run that has ended settles nothing by itself, and what is pending
 *     would be waited for
 * @param target the page that the status leads to; empty for the comment
 */
record CommitStatus(
    String sha, String state, String description, String context, Optional<String> target) {
  private static final int LONGEST = 140;
  private static final Pattern SHA = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

  /** The status that was asked for. */
  static Optional<CommitStatus> of(RunRecord run, Marker marker, Map<String, String> settings) {
    String sha = settings.get("status");
    if (sha == null) {
      return Optional.empty();
    }
    if (!SHA.matcher(sha).matches()) {
      throw new InvalidSetting(
          "status", "--status `" + sha + "` is not a whole commit id of 40 hexadecimal digits");
    }
    Judgment judgment = run.judgment();
    String text =
        judgment.verdict()
            + ", confidence "
            + judgment.confidence().level()
            + ": "
            + judgment.because();
    return Optional.of(
        new CommitStatus(
            sha,
            state(judgment.verdict()),
            Words.line(text, LONGEST),
            settings.getOrDefault("context", "stageproof/" + marker.key()),
            target(settings)));
  }

  private static Optional<String> target(Map<String, String> settings) {
    Optional<String> target = Optional.ofNullable(settings.get("target-url"));
    if (target.filter(url -> !url.matches("https?://.+")).isPresent()) {
      throw new InvalidSetting("target-url", "--target-url starts with https:// or http://");
    }
    return target;
  }

  /** Only PASS is a success, whatever a rule of the repository makes of the rest. */
  private static String state(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "success";
      case FAIL -> "failure";
      case INCONCLUSIVE -> "error";
    };
  }

  ObjectNode request(Optional<String> comment) {
    ObjectNode request = Json.object();
    request.put("state", state);
    request.put("description", description);
    request.put("context", context);
    target.or(() -> comment).ifPresent(url -> request.put("target_url", url));
    return request;
  }
}

package dev.stageproof.publish.github;

import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.RunRecord;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a comment begins with so that a later run finds it; nobody sees it.
 *
 * @param key tells the comments of several services at one pull request apart
 */
record Marker(String key) {
  private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

  /** The key that was asked for, else the service's name. */
  static Marker of(RunRecord run, Optional<String> key) {
    if (key.isPresent()) {
      if (!KEY.matcher(key.get()).matches()) {
        throw new InvalidSetting(
            "key", "--key `" + key.get() + "`: use small letters, digits, dots and hyphens");
      }
      return new Marker(key.get());
    }
    String service = run.identity().map(it -> it.service()).orElse("");
    String safe = service.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-");
    return new Marker(KEY.matcher(safe).matches() ? safe : "report");
  }

  String text() {
    return "<!-- stageproof:" + key + " -->";
  }

  /** True for a comment of this key; one that only quotes it begins otherwise. */
  boolean begins(String body) {
    return body.startsWith(text());
  }
}

package dev.stageproof.report;

import dev.stageproof.model.Identity;
import dev.stageproof.model.Identity.Share;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who gets the service's requests, in words. */
final class Shares {
  private Shares() {}

  /** "90 % to this revision; 10 % to backend-00639-old; tag blue: https://…". */
  static String of(Identity identity) {
    List<String> parts = new ArrayList<>();
    parts.add(identity.trafficPercent() + " % to this revision");
    others(identity).forEach((revision, percent) -> parts.add(percent + " % to " + revision));
    parts.addAll(tags(identity));
    return String.join("; ", parts);
  }

  /** In the platform's order; those that get nothing are left out. */
  private static Map<String, Integer> others(Identity identity) {
    return identity.traffic().stream()
        .filter(share -> !share.revision().equals(identity.revision()) && share.percent() > 0)
        .collect(
            Collectors.toMap(Share::revision, Share::percent, Integer::sum, LinkedHashMap::new));
  }

  private static List<String> tags(Identity identity) {
    return identity.traffic().stream()
        .filter(share -> share.revision().equals(identity.revision()))
        .flatMap(
            share ->
                share.tag().stream()
                    .map(tag -> "tag " + tag + share.url().map(url -> ": " + url).orElse("")))
        .toList();
  }
}

package dev.stageproof.publish.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stageproof.spi.UnpublishedException;
import java.util.Optional;

/** The one comment of a key, which every run writes anew. */
record StickyComment(Api api, Place place, Marker marker) {

  /** Comments on a page, the most that GitHub gives. */
  private static final int PAGE = 100;

  private static final int MOST_PAGES = 30;
  private static final String NEEDS = "issues: write and pull-requests: write";

  /** Who comments with the token of a GitHub Actions job, which may not ask for its own name. */
  private static final String ACTIONS = "github-actions[bot]";

  /**
   * What became of it.
   *
   * @param address the comment's page
   */
  record Written(String done, Optional<String> address) {}

  Written write(String body) throws UnpublishedException, InterruptedException {
    Optional<JsonNode> found = find(own());
    if (found.isPresent() && found.get().path("body").asText().equals(body)) {
      return written("comment left as it is", found.get());
    }
    ObjectNode request = Json.object().put("body", body);
    if (found.isPresent()) {
      long id = found.get().path("id").asLong();
      return written(
          "comment rewritten", api.send("PATCH", "issues/comments/" + id, request, NEEDS));
    }
    return written(
        "comment written",
        api.send("POST", "issues/" + place.issue() + "/comments", request, NEEDS));
  }

  private static Written written(String done, JsonNode comment) {
    Optional<String> address =
        Optional.of(comment.path("html_url").asText()).filter(url -> !url.isEmpty());
    return new Written(done + address.map(url -> ": " + Words.line(url)).orElse(""), address);
  }

  /** Whose comments may be rewritten: anybody can write the marker. */
  private String own() throws UnpublishedException, InterruptedException {
    if (place.as().isPresent()) {
      return place.as().get();
    }
    Optional<JsonNode> user = api.user();
    return user.map(it -> it.path("login").asText()).orElse(ACTIONS);
  }

  private Optional<JsonNode> find(String own) throws UnpublishedException, InterruptedException {
    for (int page = 1; page <= MOST_PAGES; page++) {
      JsonNode comments = api.comments(PAGE, page, NEEDS);
      for (JsonNode comment : comments) {
        boolean mine = comment.at("/user/login").asText().equals(own);
        if (mine && marker.begins(comment.path("body").asText())) {
          return Optional.of(comment);
        }
      }
      if (comments.size() < PAGE) {
        return Optional.empty();
      }
    }
    throw new UnpublishedException(
        place.name()
            + " has more than "
            + PAGE * MOST_PAGES
            + " comments, and the report's is not among the first; name another issue");
  }
}

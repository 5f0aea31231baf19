package dev.stageproof.publish.github;

import dev.stageproof.spi.Publication;
import dev.stageproof.spi.Publisher;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes or rewrites one comment, and sets a commit status when asked for one. */
public final class GithubPublisher implements Publisher {

  /** GitHub takes 65,536 characters; the rest is for the marker and what the fold adds. */
  private static final int MOST = 59_500;

  private final Patience patience;

  public GithubPublisher() {
    this(new Patience(Duration.ofSeconds(20), Duration.ofMinutes(1), Thread::sleep));
  }

  GithubPublisher(Patience patience) {
    this.patience = patience;
  }

  @Override
  public String kind() {
    return "github";
  }

  @Override
  public Posting prepare(
      Publication publication, Map<String, String> settings, Map<String, String> environment)
      throws IOException {
    Place place = Place.of(settings, environment);
    Marker marker = Marker.of(publication.run(), Optional.ofNullable(settings.get("key")));
    String body = marker.text() + "\n" + Fold.of(publication.markdown(MOST));
    Optional<CommitStatus> status = CommitStatus.of(publication.run(), marker, settings);
    return new Sending(place, marker, body, status, environment);
  }

  /** All that is to be sent, and to whom. */
  private final class Sending implements Posting {
    private final Place place;
    private final Marker marker;
    private final String body;
    private final Optional<CommitStatus> status;
    private final Map<String, String> environment;

    Sending(
        Place place,
        Marker marker,
        String body,
        Optional<CommitStatus> status,
        Map<String, String> environment) {
      this.place = place;
      this.marker = marker;
      this.body = body;
      this.status = status;
      this.environment = environment;
    }

    @Override
    public List<String> preview() {
      List<String> parts = new ArrayList<>();
      parts.add(
          "POST "
              + place.address("issues/" + place.issue() + "/comments")
              + "\nor PATCH of the comment there that begins with "
              + marker.text()
              + "\n\n"
              + body);
      status.ifPresent(
          set ->
              parts.add(
                  "POST "
                      + place.address("statuses/" + set.sha())
                      + "\n\n"
                      + Json.text(set.request(Optional.of("(the comment's address)")))
                      + "\n"));
      return parts;
    }

    @Override
    public List<String> send()
        throws dev.stageproof.spi.UnpublishedException, InterruptedException {
      try (Api api = new Api(place, Token.from(environment), patience)) {
        List<String> done = new ArrayList<>();
        StickyComment.Written written = new StickyComment(api, place, marker).write(body);
        done.add(written.done());
        if (status.isPresent()) {
          api.send(
              "POST",
              "statuses/" + status.get().sha(),
              status.get().request(written.address()),
              "statuses: write");
          done.add("status " + status.get().state() + " set on " + status.get().sha());
        }
        return done;
      }
    }
  }
}

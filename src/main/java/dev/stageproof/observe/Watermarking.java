package dev.stageproof.observe;

import dev.stageproof.model.Doc;
import java.time.Duration;
import java.util.Optional;

/**
 * How it is proven that ingestion has passed the end of a read's window.
 *
 * @param how the proof
 * @param maxLag how long to wait for it
 * @param url where to send the marked request; without one the newest entry has to do
 * @param access how that request proves who sends it
 * @param closesWindow whether the window ends with the marked request; false where the user named
 *     an end
 */
public record Watermarking(
    How how, Duration maxLag, Optional<String> url, Access access, boolean closesWindow) {

  /** A proof whose request may be sent by anyone. */
  public Watermarking(How how, Duration maxLag, Optional<String> url, boolean closesWindow) {
    this(how, maxLag, url, Access.none(), closesWindow);
  }

  /** The proof, from weak to strong. */
  public enum How {
    @Doc("None: no absence can pass.")
    OFF,
    @Doc("Some entry of the revision at or after the window's end is readable.")
    NEWEST_ENTRY,
    @Doc(
        "A marked request is sent to the service, and its entry in the request log is readable; the"
            + " window closes with it.")
    REQUEST
  }

  /** The stronger proof and the longer wait of the two. */
  Watermarking with(Watermarking other) {
    return new Watermarking(
        how.compareTo(other.how) >= 0 ? how : other.how,
        maxLag.compareTo(other.maxLag) >= 0 ? maxLag : other.maxLag,
        url.or(other::url),
        url.isPresent() ? access : other.access,
        closesWindow || other.closesWindow);
  }
}

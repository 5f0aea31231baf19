package dev.stageproof.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One observation as it is kept: redacted, cut to size, and repeatable.
 *
 * @param id "e1", "e2", … in the order in which the checks asked
 * @param kind the kind of look at the world: "http", "log-read"
 * @param subject what was looked at, in one line: "GET https://…/health"
 * @param asked the request as a tree: what the look was to show, of all checks that it serves
 * @param attempt 1 for the first look, more for looks repeated by a retry
 * @param seenAt when the look began
 * @param took how long it took
 * @param gap why nothing was seen; empty when something was
 * @param data what was seen as a tree of maps, lists, strings, numbers and booleans; empty map on a
 *     gap
 * @param sha256 lower-case hexadecimal digest of the data's canonical JSON, or of the gap's message
 * @param reproduce shell commands that look again
 */
public record Evidence(
    @Doc("Names this evidence within the record.") String id,
    @Doc("The kind of look at the world.") String kind,
    @Doc("What was looked at.") String subject,
    @Doc("What was asked, of all checks that the look serves.") Map<String, Object> asked,
    @Doc("1 for the first look, more for repeated ones.") int attempt,
    @Doc("When the look began.") Instant seenAt,
    @Doc("How long it took.") Duration took,
    @Doc("Why nothing was seen.") Optional<Gap> gap,
    @Doc("What was seen.") Map<String, Object> data,
    @Doc("SHA-256 of the data's canonical JSON.") String sha256,
    @Doc("Shell commands that look again.") List<String> reproduce) {

  /** The same evidence under another id. */
  public Evidence withId(String other) {
    return new Evidence(
        other, kind, subject, asked, attempt, seenAt, took, gap, data, sha256, reproduce);
  }

  /** The same evidence with its digest. */
  public Evidence withSha256(String digest) {
    return new Evidence(
        id, kind, subject, asked, attempt, seenAt, took, gap, data, digest, reproduce);
  }
}

package dev.stageproof.sandbox;

import com.google.logging.v2.ListLogEntriesRequest;
import com.google.logging.v2.LogEntry;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a log listing goes on. Nothing is kept in the server: the token holds it all.
 *
 * @param emptyPages how many empty pages have been given so far
 * @param after the last entry that has been given
 */
record PageToken(int emptyPages, Optional<LogEntry> after) {
  private static final String SEPARATOR = "~";

  static PageToken start() {
    return new PageToken(0, Optional.empty());
  }

  /** The token's text, good for the same question only. */
  String text(ListLogEntriesRequest question) {
    return String.join(
        SEPARATOR,
        fingerprint(question),
        Integer.toString(emptyPages),
        after.map(PageToken::position).orElse(""));
  }

  /**
   * Reads a question's token.
   *
   * @throws IllegalArgumentException when it was not made for this question
   */
  static PageToken of(ListLogEntriesRequest question) {
    if (question.getPageToken().isEmpty()) {
      return start();
    }
    String[] parts = question.getPageToken().split(SEPARATOR, -1);
    if (parts.length != 3 || !parts[0].equals(fingerprint(question))) {
      throw new IllegalArgumentException("page_token is not of this question");
    }
    return new PageToken(Integer.parseInt(parts[1]), entry(parts[2]));
  }

  private static String position(LogEntry entry) {
    LogEntry key =
        LogEntry.newBuilder()
            .setTimestamp(entry.getTimestamp())
            .setInsertId(entry.getInsertId())
            .build();
    return Base64.getUrlEncoder().encodeToString(key.toByteArray());
  }

  private static Optional<LogEntry> entry(String position) {
    if (position.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LogEntry.parseFrom(Base64.getUrlDecoder().decode(position)));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("page_token is damaged", e);
    }
  }

  private static String fingerprint(ListLogEntriesRequest question) {
    ListLogEntriesRequest same = question.toBuilder().clearPageToken().clearPageSize().build();
    return Integer.toHexString(same.hashCode());
  }
}

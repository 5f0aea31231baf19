package dev.stageproof.spi;

import java.util.List;
import java.util.regex.Pattern;

/** How a revision is asked for. */
public sealed interface RevisionSelector {

  /** A revision that is found out when it is asked for. */
  enum Moving implements RevisionSelector {
    /** The newest revision that is ready. */
    LATEST_READY("latest-ready"),
    /** The newest revision, ready or not. */
    LATEST_CREATED("latest-created"),
    /** The revision that was created last before the newest one that is ready. */
    PREVIOUS("previous");

    private final String word;

    Moving(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /** The revision behind a traffic tag. */
  record Tag(String name) implements RevisionSelector {
    @Override
    public String toString() {
      return TAG + name;
    }
  }

  /** The revision of that name. */
  record Named(String name) implements RevisionSelector {
    @Override
    public String toString() {
      return name;
    }
  }

  /** What stands before the name of a traffic tag. */
  String TAG = "tag:";

  /** The words that are not a revision's name. */
  List<String> WORDS =
      List.of(
          Moving.LATEST_READY.toString(),
          Moving.LATEST_CREATED.toString(),
          Moving.PREVIOUS.toString(),
          TAG + "NAME");

  /**
   * A DNS label, as Cloud Run wants the names of revisions and tags.
   *
   * @see <a href="https://cloud.google.com/run/docs/managing/revisions">Manage revisions</a>
   */
  Pattern NAME = Pattern.compile("[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

  /**
   * Reads a selector.
   *
   * @throws IllegalArgumentException when the text can't be one
   */
  static RevisionSelector parse(String text) {
    for (Moving moving : Moving.values()) {
      if (moving.word.equals(text)) {
        return moving;
      }
    }
    boolean tag = text.startsWith(TAG);
    String name = tag ? text.substring(TAG.length()) : text;
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "`"
              + text
              + "` is neither a revision's name nor one of "
              + String.join(", ", WORDS)
              + "; names have lower-case letters, digits and hyphens");
    }
    return tag ? new Tag(name) : new Named(name);
  }
}

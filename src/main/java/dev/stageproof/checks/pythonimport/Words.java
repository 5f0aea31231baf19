package dev.stageproof.checks.pythonimport;

/** How to speak of something that is there, in the words of the place where it was looked for. */
enum Words {
  /** It was imported. */
  IMPORTED,
  /** Its source was read. */
  READ;

  private String pick(String imported, String read) {
    return this == IMPORTED ? imported : read;
  }

  /** What a wanted import has to be. */
  String there() {
    return pick("imports", "present in the image");
  }

  /** The same of several, after their number. */
  String counted(int number) {
    return pick(number == 1 ? "imports" : "import", "present in the image");
  }

  /** What an unwanted import has to be. */
  String gone() {
    return pick("does not exist", "absent from the image");
  }

  String is() {
    return pick("imports", "is there");
  }

  String are() {
    return pick("import", "are there");
  }

  String isNot() {
    return pick("does not import", "is not there");
  }

  String become() {
    return pick("import", "part of the image");
  }

  String lost() {
    return pick("gone", "absent");
  }

  String same() {
    return pick("the same object as ", "the same definition as ");
  }

  String unseen() {
    return pick("not imported", "not found");
  }

  String remedy() {
    return pick("Make the import work first.", "Find the import first.");
  }

  /** What a DeprecationWarning is seen as. */
  String warning() {
    return pick("a DeprecationWarning", "a DeprecationWarning in the source");
  }
}

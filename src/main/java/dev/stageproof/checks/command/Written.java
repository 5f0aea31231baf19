package dev.stageproof.checks.command;

import dev.stageproof.model.Doc;

/** Where a program writes. */
public enum Written {
  @Doc("Standard output.")
  STDOUT("stdout"),
  @Doc("Standard error.")
  STDERR("stderr");

  private final String word;

  Written(String word) {
    this.word = word;
  }

  /** The word that people use. */
  String word() {
    return word;
  }
}

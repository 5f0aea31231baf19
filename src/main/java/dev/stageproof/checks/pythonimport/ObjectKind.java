package dev.stageproof.checks.pythonimport;

import dev.stageproof.model.Doc;
import java.util.Locale;

/** What a name has to be. */
@Doc("What a name has to be.")
public enum ObjectKind {
  @Doc("A class.")
  CLASS,
  @Doc("A function.")
  FUNCTION,
  @Doc("Anything that can be called: a class, a function, or another object.")
  CALLABLE;

  String words() {
    return name().toLowerCase(Locale.ROOT);
  }
}

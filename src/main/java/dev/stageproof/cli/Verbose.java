package dev.stageproof.cli;

/** A command that can be asked for more words. */
interface Verbose {

  /** How often {@code -v} was given; 2 shows stack traces. */
  int verbosity();
}

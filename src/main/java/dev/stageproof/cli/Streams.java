package dev.stageproof.cli;

import java.io.PrintStream;

/**
 * Where the process writes.
 *
 * @param out machine output and what was asked for by name
 * @param err progress and messages
 * @param terminal whether {@code err} is a terminal
 */
record Streams(PrintStream out, PrintStream err, boolean terminal) {}

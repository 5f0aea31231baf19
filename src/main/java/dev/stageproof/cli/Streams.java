package dev.stageproof.cli;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * What the process reads and where it writes.
 *
 * @param in a record, where a command line says {@code -}
 * @param out machine output and what was asked for by name
 * @param err progress and messages
 * @param terminal whether {@code err} is a terminal
 */
record Streams(InputStream in, PrintStream out, PrintStream err, boolean terminal) {}

package dev.stageproof.probes.logfile;

import dev.stageproof.probes.entries.Entry;

/**
 * A log entry of the file.
 *
 * @param revision the revision that it names; empty when it names none
 */
record ParsedEntry(Entry entry, String revision) {}

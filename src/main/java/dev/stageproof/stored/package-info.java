/**
 * The record of an earlier run, read back: from JSON of this version or an older one, whole or not
 * at all, with the digests of its evidence held against what it says.
 *
 * <p>Floor 2, below {@code gate} and {@code probes.recorded}: sees {@code shape} and {@code model}.
 * Pure; whoever reads opens the file.
 */
package dev.stageproof.stored;

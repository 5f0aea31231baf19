/**
 * One log entry and the tally that answers {@link dev.stageproof.observe.LogQuestions} in one pass
 * over entries, wherever they come from. Pure: no input, no output, no clock.
 *
 * <p>A probe makes an {@link dev.stageproof.probes.entries.Entry} of each entry it reads, hands it
 * to {@link dev.stageproof.probes.entries.Tally#add} until that says no, and asks for {@link
 * dev.stageproof.probes.entries.Tally#observation}. A probe that can look at an entry before it
 * parses it asks {@link dev.stageproof.probes.entries.Needles} which texts matter; the entries that
 * hold none of them it hands to {@link dev.stageproof.probes.entries.Tally#addTextless}. Memory is
 * bounded however many entries come, in any order.
 *
 * <p>Floor 3, the room under {@code probes.logging} and {@code probes.logfile}, visible to those
 * two only: sees {@code observe}, {@code spi} and {@code model}.
 */
package dev.stageproof.probes.entries;

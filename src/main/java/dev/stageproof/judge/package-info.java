/**
 * Turns outcomes, claims and waivers into a verdict, its reason and its confidence.
 *
 * <p>Floor 2: sees {@code model} only. Everything here is a pure function: no network, file,
 * process or clock, so a stored record is judged again months later with the same answer.
 */
package dev.stageproof.judge;

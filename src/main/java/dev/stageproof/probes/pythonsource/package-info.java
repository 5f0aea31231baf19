/**
 * Reads Python source: which names a module binds, without running it. Pure.
 *
 * <p>A reader of statements, not of expressions: linear in the length of the source, with bounds on
 * its size and depth. What it can't know it says: a name that is bound under a condition, and code
 * that may bind names that are written nowhere.
 *
 * <p>Floor 3: sees nothing but itself.
 */
package dev.stageproof.probes.pythonsource;

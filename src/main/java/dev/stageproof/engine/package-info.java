/**
 * Carries a run: merges requests, has probes look side by side within deadlines, repeats, stops,
 * and redacts before anything enters the model.
 *
 * <p>Floor 2: sees checks and probes only through {@code spi}. A check that throws or hangs is
 * INCONCLUSIVE with the cause; the others go on.
 */
package dev.stageproof.engine;

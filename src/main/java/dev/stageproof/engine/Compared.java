package dev.stageproof.engine;

/**
 * What a run and its baseline came to.
 *
 * @param baseline the checks that were run there: those left out would have had the same answer, or
 *     were left out of the run itself; ids of evidence are "b1", "b2", …
 */
public record Compared(Results tested, Results baseline) {}

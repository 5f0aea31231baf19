package dev.stageproof.observe;

import dev.stageproof.spi.Observation;

/**
 * What was looked for is there.
 *
 * @param path where it was found
 */
public record PresenceObservation(String path) implements Observation {}

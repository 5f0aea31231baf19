package dev.stageproof.observe;

import dev.stageproof.spi.Observation;

/**
 * Cloud Run would create the job.
 *
 * @param job its name
 */
public record JobTrialObservation(String job) implements Observation {}

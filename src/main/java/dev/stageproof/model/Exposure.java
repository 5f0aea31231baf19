package dev.stageproof.model;

import java.time.Duration;

/**
 * What gives an absence its weight.
 *
 * @param entries log entries of the revision that were read
 * @param requests requests that the revision served for others than stageproof
 * @param covered the length of time that the read covers
 */
public record Exposure(
    @Doc("Log entries of the revision that were read.") long entries,
    @Doc("Requests served for others than stageproof.") long requests,
    @Doc("The length of time covered.") Duration covered) {}

package dev.stageproof.gate;

/**
 * The process's streams.
 *
 * @param output receives the reports whose path is {@code -}, and GitHub's annotations
 * @param error receives the annotations when a report takes the output
 */
public record StandardStreams(Appendable output, Appendable error) {}

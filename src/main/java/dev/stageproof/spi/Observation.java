package dev.stageproof.spi;

/**
 * What a probe saw. Implemented by records made of strings, numbers, booleans, enums, times,
 * durations, optionals, lists, maps with string keys, and further such records, so that every
 * observation can be redacted, kept as a tree and read back.
 */
public interface Observation {}

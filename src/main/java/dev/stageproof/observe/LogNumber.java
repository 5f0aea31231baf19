package dev.stageproof.observe;

import java.util.Optional;

/**
 * A number that log entries name: "pool: 19 connections".
 *
 * @param pattern a regular expression in RE2 syntax; its first group is read as a decimal number
 * @param atLeast only entries of this severity or above are looked at
 */
public record LogNumber(String pattern, Optional<LogSeverity> atLeast) {}

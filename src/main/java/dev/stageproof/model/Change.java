package dev.stageproof.model;

import java.util.Optional;

/**
 * Something that is one thing here and another there: between two instants, or two revisions.
 *
 * @param what the thing that differs: "memory limit", "environment variable POSTGRES_HOST"
 * @param before what it was; empty when it was not there
 * @param after what it is; empty when it is no longer there
 */
public record Change(
    @Doc("The thing that differs.") String what,
    @Doc("What it was.") Optional<String> before,
    @Doc("What it is.") Optional<String> after) {}

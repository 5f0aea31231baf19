package dev.stageproof.model;

import java.time.LocalDate;
import java.util.Optional;

/** A dated, owned, reasoned permission to pass despite a finding. */
@Doc("A dated, owned, reasoned permission to pass despite a finding.")
public record Waiver(
    @Doc(value = "Names the waiver in the report.", example = "startup-401") String id,
    @Doc(value = "The id of the check that it covers.", example = "auth-errors") String check,
    @Doc("Why the finding is acceptable for now.") String reason,
    @Doc(value = "Who answers for it.", example = "team-platform") String owner,
    @Doc(value = "The last day on which it covers.", example = "2026-12-31") LocalDate expires,
    @Doc(value = "Where the work is tracked.", example = "OPS-12") Optional<String> ticket) {}

package dev.stageproof.engine;

import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Gap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One attempt of a check, before evidence is numbered.
 *
 * @param gap why the round saw nothing; empty when it did
 */
record Round(
    int number,
    Instant startedAt,
    Duration took,
    Evaluation evaluation,
    List<Look> looks,
    Optional<Gap> gap) {}

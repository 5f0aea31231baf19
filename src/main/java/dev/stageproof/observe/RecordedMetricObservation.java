package dev.stageproof.observe;

import dev.stageproof.model.Unit;
import dev.stageproof.spi.Observation;
import java.time.Instant;

/**
 * A number that an earlier run measured.
 *
 * @param startedAt when that run began
 */
public record RecordedMetricObservation(double value, Unit unit, Instant startedAt)
    implements Observation {}

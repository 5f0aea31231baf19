package dev.stageproof.probes.testrun;

import dev.stageproof.observe.TestRunObservation.Result;
import java.time.Duration;
import java.util.Optional;

/**
 * A test case as a report has it.
 *
 * @param flaky true when it failed before it passed
 */
record ReportedTest(
    String id, Result result, boolean flaky, Optional<String> message, Duration took) {}

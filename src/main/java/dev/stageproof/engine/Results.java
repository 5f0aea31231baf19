package dev.stageproof.engine;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Evidence;
import java.util.List;

/** What a run came to, before it is judged: redacted, in the order of the checks. */
public record Results(List<CheckResult> checks, List<Evidence> evidence) {}

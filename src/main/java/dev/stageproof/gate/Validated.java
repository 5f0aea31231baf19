package dev.stageproof.gate;

import dev.stageproof.model.RunRecord;
import java.nio.file.Path;
import java.util.List;

/**
 * A run that was judged and written.
 *
 * @param written the report files, in the order of the outputs
 */
public record Validated(RunRecord record, List<Path> written) {}

package dev.stageproof.samples;

import dev.stageproof.model.Doc;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@Doc("Looks for lines, by <regular> expressions.")
public record GrepSettings(
    @Doc(value = "What to look for.", example = "[\"a|b\", started]", required = true)
        List<String> patterns,
    @Doc("Anything beside it, see https://example.com/labels.") Map<String, Object> labels,
    @Doc("Stop at this line.") Optional<String> until) {}

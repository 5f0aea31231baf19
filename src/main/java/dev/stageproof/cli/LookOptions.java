package dev.stageproof.cli;

import dev.stageproof.spi.MarkStyle;
import dev.stageproof.spi.RenderOptions;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a report looks like. */
final class LookOptions {

  @Option(
      names = "--templates",
      paramLabel = "DIR",
      description = "Templates of your own that go before the built-in ones.")
  private Optional<Path> templates = Optional.empty();

  @Option(
      names = "--marks",
      paramLabel = "STYLE",
      defaultValue = "emoji",
      description = "How outcomes are marked: emoji or ascii (default: emoji).")
  private MarkStyle marks = MarkStyle.EMOJI;

  RenderOptions look() {
    return new RenderOptions(templates, marks);
  }
}

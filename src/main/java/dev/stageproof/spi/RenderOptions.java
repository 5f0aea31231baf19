package dev.stageproof.spi;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the user may change about rendering.
 *
 * @param templates a folder whose templates go before the built-in ones of the same name
 * @param marks how outcomes are marked, in formats that mark them
 */
public record RenderOptions(Optional<Path> templates, MarkStyle marks) {

  /** Built-in templates only, and emoji. */
  public static RenderOptions standard() {
    return new RenderOptions(Optional.empty(), MarkStyle.EMOJI);
  }
}

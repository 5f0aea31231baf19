package dev.stageproof.spi;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the user may change about rendering.
 *
 * @param templates a folder whose templates go before the built-in ones of the same name
 */
public record RenderOptions(Optional<Path> templates) {

  /** Built-in templates only. */
  public static RenderOptions standard() {
    return new RenderOptions(Optional.empty());
  }
}

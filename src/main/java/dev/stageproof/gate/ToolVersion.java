package dev.stageproof.gate;

import java.util.Optional;

/** The version of stageproof, from its jar's manifest. */
public final class ToolVersion {
  private ToolVersion() {}

  /** "0.1.0"; "dev" when it runs from class files. */
  public static String get() {
    return Optional.ofNullable(ToolVersion.class.getPackage().getImplementationVersion())
        .orElse("dev");
  }
}

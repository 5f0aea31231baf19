package dev.stageproof.spi;

import java.util.Optional;

/** An observation that tells which account other looks are made with. */
public interface NamesAccount {

  /**
   * The account as access policies name it: "user:ada@example.com"; empty when it is not known.
   *
   * @see <a href="https://cloud.google.com/iam/docs/principal-identifiers">Principal
   *     identifiers</a>
   */
  Optional<String> member();
}

package dev.stageproof.config;

/** Makes one value of the two records that a tagged mapping is bound to. */
@FunctionalInterface
interface Assembly {

  /**
   * Makes the value.
   *
   * @param word the word under the tag's key
   * @param common what every variant has
   * @param own what only this variant has
   */
  Object assemble(String word, Record common, Record own);
}

package dev.stageproof.shape;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stageproof.model.Evidence;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** SHA-256 of evidence and documents, so that a reader can tell whether they were changed. */
public final class Digests {
  private Digests() {}

  /** Of what was seen; of the message where nothing was. */
  public static String of(Evidence evidence) {
    return evidence
        .gap()
        .map(gap -> ofText(gap.message()))
        .orElseGet(() -> ofTree(evidence.data()));
  }

  /** Of the tree's canonical JSON: UTF-8, no white space, keys sorted at every level. */
  public static String ofTree(Map<String, Object> tree) {
    return of(JsonTrees.canonical(tree));
  }

  /** Of the text in UTF-8: what {@code sha256sum} says of a file that holds it. */
  public static String ofText(String text) {
    return of(text.getBytes(UTF_8));
  }

  private static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

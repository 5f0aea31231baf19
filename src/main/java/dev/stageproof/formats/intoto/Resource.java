package dev.stageproof.formats.intoto;

import dev.stageproof.model.Identity;
import dev.stageproof.model.RunRecord;
import dev.stageproof.report.ForeignText;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a statement names, by its digest: an in-toto ResourceDescriptor.
 *
 * @param name empty when it has none
 * @param sha256 lower-case hexadecimal
 */
record Resource(String name, String sha256) {
  private static final Pattern DIGEST = Pattern.compile("sha256:([0-9a-f]{64})");

  /** A tag comes behind the last slash; a colon before it is a registry's port. */
  private static final Pattern TAG_OR_DIGEST = Pattern.compile("(?::[^/:@]*)?(?:@.*)?$");

  /** The image under test, without tag; empty when its digest is not known. */
  static Optional<Resource> image(RunRecord run) {
    String image = run.identity().flatMap(Identity::image).orElse("");
    return run.identity()
        .flatMap(Identity::digest)
        .map(DIGEST::matcher)
        .filter(found -> found.matches())
        .map(found -> new Resource(untagged(image), found.group(1)));
  }

  private static String untagged(String image) {
    return TAG_OR_DIGEST.matcher(ForeignText.line(image)).replaceFirst("");
  }

  Map<String, Object> tree() {
    Map<String, Object> tree = new TreeMap<>();
    if (!name.isEmpty()) {
      tree.put("name", name);
    }
    tree.put("digest", Map.of("sha256", sha256));
    return tree;
  }
}

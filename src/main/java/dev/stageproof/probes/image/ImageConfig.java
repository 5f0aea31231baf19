package dev.stageproof.probes.image;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an image wants its program to be started.
 *
 * @param env variables in the image's order; the last value of a repeated one
 * @param workingDir absolute; "/" when the image names none
 * @param user as written; empty for root
 * @param labels in the image's order
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/config.md">OCI image
 *     configuration</a>
 */
public record ImageConfig(
    Map<String, String> env,
    List<String> entrypoint,
    List<String> cmd,
    String workingDir,
    Optional<String> user,
    Map<String, String> labels) {
  public ImageConfig {
    env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
    entrypoint = List.copyOf(entrypoint);
    cmd = List.copyOf(cmd);
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
  }
}

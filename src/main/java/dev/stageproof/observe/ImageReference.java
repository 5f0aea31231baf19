package dev.stageproof.observe;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a container image, taken apart.
 *
 * @param host where it is served, with its port if it has one: "us-docker.pkg.dev"
 * @param repository the name at that host: "acme/images/backend"
 * @param digest {@code sha256:…}; goes before the tag where both are given
 * @see <a href="https://pkg.go.dev/github.com/distribution/reference">distribution/reference</a>
 */
public record ImageReference(
    String host, String repository, Optional<String> tag, Optional<String> digest) {

  private static final String DOCKER_HUB = "docker.io";
  private static final Pattern FORM =
      Pattern.compile(
          "(?<name>[a-zA-Z0-9][a-zA-Z0-9._:/-]*?)"
              + "(:(?<tag>[A-Za-z0-9_][A-Za-z0-9._-]{0,127}))?"
              + "(@(?<digest>sha256:[0-9a-f]{64}))?");

  /** Reads an image's name; empty when it is none. */
  public static Optional<ImageReference> parse(String image) {
    Matcher matcher = FORM.matcher(image);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String name = matcher.group("name");
    int slash = name.indexOf('/');
    String first = slash < 0 ? "" : name.substring(0, slash);
    boolean hosted = first.contains(".") || first.contains(":") || first.equals("localhost");
    String path = hosted ? name.substring(slash + 1) : name;
    boolean official = !hosted && slash < 0;
    return Optional.of(
        new ImageReference(
            hosted ? first : DOCKER_HUB,
            official ? "library/" + path : path,
            Optional.ofNullable(matcher.group("tag")),
            Optional.ofNullable(matcher.group("digest"))));
  }

  /** Host and repository: what is the same for every version of the image. */
  public String name() {
    return host + "/" + repository;
  }

  /** What a registry is asked for: the digest, else the tag, else "latest". */
  public String version() {
    return digest.or(() -> tag).orElse("latest");
  }

  /** True for Artifact Registry and Container Registry, which take Google's access tokens. */
  public boolean google() {
    return host.equals("gcr.io") || host.endsWith(".gcr.io") || host.endsWith(".pkg.dev");
  }

  /** True for a registry on this machine, which is asked without TLS, as Docker does. */
  public boolean loopback() {
    return host.matches("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");
  }

  /** The same image by this digest. */
  public ImageReference at(String other) {
    return new ImageReference(host, repository, tag, Optional.of(other));
  }

  @Override
  public String toString() {
    return name()
        + digest.map(known -> "@" + known).or(() -> tag.map(named -> ":" + named)).orElse("");
  }
}

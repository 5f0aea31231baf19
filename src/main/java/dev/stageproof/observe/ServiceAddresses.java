package dev.stageproof.observe;

import dev.stageproof.model.Identity;
import dev.stageproof.model.Identity.Share;
import dev.stageproof.spi.CheckContext;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The addresses at which the service under test answers: its own, its tags', and {@code
 * target.url}.
 */
public record ServiceAddresses(Set<Origin> origins) {

  public ServiceAddresses {
    origins = Set.copyOf(origins);
  }

  public static ServiceAddresses of(CheckContext context) {
    Stream<String> known = context.identity().stream().flatMap(ServiceAddresses::urls);
    return new ServiceAddresses(
        Stream.concat(context.serviceUrl().stream(), known)
            .flatMap(url -> Origin.of(url).stream())
            .collect(Collectors.toSet()));
  }

  private static Stream<String> urls(Identity identity) {
    return Stream.concat(
        identity.url().stream(),
        identity.traffic().stream().map(Share::url).flatMap(Optional::stream));
  }

  /** True when the service under test answers there. */
  public boolean include(String url) {
    return Origin.of(url).filter(origins::contains).isPresent();
  }
}

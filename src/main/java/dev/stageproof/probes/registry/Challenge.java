package dev.stageproof.probes.registry;

import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * What a registry wants before it answers.
 *
 * @see <a href="https://distribution.github.io/distribution/spec/auth/token/">Token
 *     authentication</a>
 */
sealed interface Challenge {

  /** User and password with each request. */
  record Basic() implements Challenge {}

  /**
   * A token, to be fetched elsewhere.
   *
   * @param realm where tokens are
   * @param service what the registry calls itself there
   */
  record Bearer(HttpUrl realm, Optional<String> service) implements Challenge {

    /** Where the token is that lets a repository be read. */
    HttpUrl tokenFor(String repository) {
      HttpUrl.Builder url = realm.newBuilder();
      service.ifPresent(name -> url.addQueryParameter("service", name));
      return url.addQueryParameter("scope", "repository:" + repository + ":pull").build();
    }
  }

  /** The first challenge that is understood; a bearer token goes before a password. */
  static Optional<Challenge> of(List<okhttp3.Challenge> challenges) {
    return named("bearer", challenges)
        .flatMap(Challenge::bearer)
        .or(() -> named("basic", challenges).map(basic -> new Basic()));
  }

  private static Optional<okhttp3.Challenge> named(
      String scheme, List<okhttp3.Challenge> challenges) {
    return challenges.stream()
        .filter(challenge -> challenge.scheme().equalsIgnoreCase(scheme))
        .findFirst();
  }

  private static Optional<Challenge> bearer(okhttp3.Challenge challenge) {
    return Optional.ofNullable(challenge.authParams().get("realm"))
        .flatMap(realm -> Optional.ofNullable(HttpUrl.parse(realm)))
        .map(
            realm -> new Bearer(realm, Optional.ofNullable(challenge.authParams().get("service"))));
  }
}

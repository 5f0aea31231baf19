package dev.stageproof.observe;

import dev.stageproof.model.Identity;
import dev.stageproof.model.Secret;
import dev.stageproof.spi.Auth;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.Shell;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How one request proves who sends it. */
public sealed interface Access {

  /** It does not. */
  record None() implements Access {}

  /**
   * With an identity token of Google's.
   *
   * @param audience whom the token is made out to
   * @param impersonate the service account in whose name it is made; empty for the account of the
   *     credentials that are found
   */
  record IdToken(String audience, Optional<String> impersonate) implements Access {

    /** The command that prints such a token. */
    public List<String> gcloud() {
      List<String> words = new ArrayList<>(List.of("gcloud", "auth", "print-identity-token"));
      impersonate.ifPresent(account -> words.add("--impersonate-service-account=" + account));
      words.add("--audiences=" + audience);
      return words;
    }
  }

  /** With a token that the user gave. */
  record Bearer(Secret token) implements Access {}

  static Access none() {
    return new None();
  }

  /**
   * How requests to an address are made: as the target's settings say where the service under test
   * answers, and without proof anywhere else.
   */
  static Access planned(CheckContext context, String url) {
    return ServiceAddresses.of(context).include(url)
        ? configured(context.auth(), context, url)
        : none();
  }

  /** How requests to an address are made by settings that are meant for it. */
  static Access configured(Auth auth, CheckContext context, String url) {
    return switch (auth.type()) {
      case NONE -> none();
      case ID_TOKEN ->
          new IdToken(auth.audience().orElseGet(() -> audience(context, url)), auth.impersonate());
      case BEARER -> new Bearer(auth.token().orElseThrow());
    };
  }

  /** The service's own address, for its tags too; of a foreign service all that is known of it. */
  private static String audience(CheckContext context, String url) {
    Optional<Identity> tested =
        context.identity().filter(known -> ServiceAddresses.of(context).include(url));
    return tested
        .flatMap(known -> known.audiences().stream().findFirst())
        .or(() -> tested.flatMap(Identity::url))
        .or(() -> Origin.of(url).map(Origin::toString))
        .orElse(url);
  }

  /**
   * The header that carries the proof: one of its own where the request has an {@code
   * Authorization} for the service itself. Cloud Run looks at this one first.
   *
   * @see <a
   *     href="https://cloud.google.com/run/docs/authenticating/service-to-service">Authenticating
   *     service-to-service</a>
   */
  static String header(Collection<String> sent) {
    return sent.stream().anyMatch("Authorization"::equalsIgnoreCase)
        ? "X-Serverless-Authorization"
        : "Authorization";
  }

  /**
   * The words that make curl send the proof, as they stand in a shell; empty when there is none.
   */
  default Optional<String> curl(Collection<String> sent) {
    String bearer = header(sent) + ": Bearer ";
    if (this instanceof IdToken token) {
      return Optional.of("-H \"" + bearer + "$(" + Shell.command(token.gcloud()) + ")\"");
    }
    return this instanceof Bearer own
        ? Optional.of("-H " + Shell.word(bearer + own.token()))
        : Optional.empty();
  }
}

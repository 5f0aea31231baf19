package dev.stageproof.checks.cloudrun;

import dev.stageproof.model.TextForm;
import dev.stageproof.observe.DeploymentObservation.HealthProbe;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is expected of a health probe.
 *
 * @param wanted false when there must be none
 * @param protocol empty when any will do
 * @param path empty when any path will do
 */
@TextForm(
    pattern = ProbeRule.FORM,
    hint = "`required`, `none`, `tcp`, `grpc`, `http`, or `http` with its path: http /health")
public record ProbeRule(
    boolean wanted, Optional<HealthProbe.Protocol> protocol, Optional<String> path) {

  static final String FORM = "required|none|tcp|grpc|http( /\\S*)?";
  private static final Pattern PATTERN = Pattern.compile(FORM);
  private static final String NONE = "none";
  private static final String REQUIRED = "required";

  /**
   * Reads what is expected of a probe.
   *
   * @throws IllegalArgumentException when the text is something else
   */
  public static ProbeRule parse(String text) {
    if (!PATTERN.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "`" + text + "` is none of `required`, `none`, `tcp`, `grpc`, `http` and `http /path`");
    }
    if (text.equals(NONE) || text.equals(REQUIRED)) {
      return new ProbeRule(text.equals(REQUIRED), Optional.empty(), Optional.empty());
    }
    String[] words = text.split(" ", 2);
    return new ProbeRule(
        true,
        Optional.of(HealthProbe.Protocol.valueOf(words[0].toUpperCase(Locale.ROOT))),
        words.length == 1 ? Optional.empty() : Optional.of(words[1]));
  }

  boolean holdsFor(Optional<HealthProbe> seen) {
    return seen.map(this::takes).orElse(!wanted);
  }

  private boolean takes(HealthProbe seen) {
    return wanted
        && protocol.map(seen.protocol()::equals).orElse(true)
        && path.map(asked -> seen.path().filter(asked::equals).isPresent()).orElse(true);
  }

  /** The expectation in words, for an assertion. */
  String words() {
    if (!wanted) {
      return NONE;
    }
    String probe =
        protocol
            .map(known -> known == HealthProbe.Protocol.GRPC ? "gRPC" : known.name())
            .orElse("any");
    return path.map(asked -> probe + " GET " + asked).orElse(probe);
  }

  @Override
  public String toString() {
    if (protocol.isEmpty()) {
      return wanted ? REQUIRED : NONE;
    }
    return Plain.word(protocol.get().name()) + path.map(asked -> " " + asked).orElse("");
  }
}

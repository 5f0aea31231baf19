package dev.stageproof.checks.requests;

import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.ShortForm;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which revision has to have answered, and how that is found out. */
@Doc(
    "Which revision has to have answered, and how that is found out: by the service's request log,"
        + " or by a response header. The log tells about the service under test alone; at a foreign"
        + " `url` nobody is asked who answered.")
@ShortForm("who")
public record AnsweredBy(
    @Doc(value = "Who has to have answered.", def = "tested") Who who,
    @Doc(
            value = "A response header that names the revision, to go by instead of the log.",
            example = "X-Revision")
        Optional<String> header,
    @Doc(
            value =
                "How long to wait until the requests are in the log; then who answered stays open.",
            def = "2m")
        Duration maxLag) {

  /** Who has to have answered. */
  public enum Who {
    @Doc("The revision under test; another one fails the check, one not found out leaves it open.")
    TESTED,
    @Doc("Any revision; it is not found out which.")
    ANY
  }

  public AnsweredBy {
    header.ifPresent(AnsweredBy::requireName);
    if (who == Who.ANY && header.isPresent()) {
      throw new InvalidSetting("header", "with `who: any` nobody looks at a header");
    }
    if (maxLag.isNegative()) {
      throw new InvalidSetting("max-lag", "`max-lag` must not be negative");
    }
  }

  private static final Set<String> TRACES = Set.of("traceparent", "x-cloud-trace-context");

  /**
   * Two traces in one request leave the one that is looked for to chance.
   *
   * @throws InvalidSetting with the key {@code headers}
   */
  public void requireTraceable(Map<String, String> headers) {
    boolean own =
        headers.keySet().stream().anyMatch(name -> TRACES.contains(name.toLowerCase(Locale.ROOT)));
    if (own && byLog()) {
      throw new InvalidSetting(
          "headers",
          "a trace of your own hides the one that the request is found by in the log; take it out,"
              + " or set `answered-by: any`");
    }
  }

  private static void requireName(String header) {
    if (!Headers.isToken(header)) {
      throw new InvalidSetting("header", "`" + header + "` is not a header's name");
    }
  }

  /** True when the request log is asked, for requests that are in it. */
  public boolean byLog() {
    return who == Who.TESTED && header.isEmpty();
  }
}

package dev.stageproof.judge;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The environment variables that a log line calls missing: capitals with an underscore, where the
 * words beside the name say so.
 *
 * <ul>
 *   <li>before the names: "missing environment variables: POSTGRES_HOST, POSTGRES_PASSWORD",
 *       "required setting JWT_SECRET_KEY", "KeyError: 'JWT_SECRET_KEY'"
 *   <li>after them: "POSTGRES_HOST and POSTGRES_PASSWORD are not set", "JWT_SECRET_KEY must be set"
 *   <li>around them: "neither OPENAI_API_KEY nor ANTHROPIC_API_KEY is set"
 * </ul>
 *
 * <p>A name elsewhere in the line is none: "PERMISSION_DENIED: missing required permission" and
 * "INVALID_ARGUMENT: name is required" name no variable.
 */
final class MissingVariables {
  private static final String NAME =
      "(?<![\\w-])[A-Z][A-Z0-9]*+(?:_[A-Z0-9]++)++(?![\\w*-]|\\.\\w)";
  private static final String QUOTED = "['\"`]?+" + NAME + "['\"`]?+";
  private static final String SEPARATOR =
      "(?:\\s*+[,;&]\\s*+(?:and\\s++|or\\s++)?+|\\s++and\\s++|\\s++or\\s++)";
  private static final String NAMES = QUOTED + "(?:" + SEPARATOR + QUOTED + ")*+";

  private static final String VARIABLE =
      "(?:environment|env|configuration|config|variable|var|setting|secret|key|value)s?\\b";

  /** What follows the names. */
  private static final String LACK =
      "(?i:(?:(?:is|are|was|were|has|have)\\s++(?:been\\s++)?+)?+"
          + "(?:not\\s++(?:been\\s++)?+(?:set|defined|configured|provided|specified|given)"
          + "|missing|required|mandatory|unset|undefined)"
          + "|(?:isn't|aren't|wasn't|weren't)\\s++(?:set|defined|configured|provided|specified)"
          + "|must\\s++be\\s++(?:set|defined|configured|provided|specified))\\b";

  private static final Pattern BEFORE =
      Pattern.compile(
          "(?i:\\bmissing\\b:?+\\s*+(?:(?:required|mandatory)\\s++)?+(?:"
              + VARIABLE
              + "\\s*+)*+"
              + "|\\b(?:required|mandatory|unset|undefined|no)\\s++(?:"
              + VARIABLE
              + "\\s*+)++"
              + "|\\bKeyError)[:=]?+\\s*+[\\[({]?+\\s*+("
              + NAMES
              + ")");

  private static final Pattern AFTER =
      Pattern.compile("(" + NAMES + ")(?i:\\s++" + VARIABLE + ")*+\\s++" + LACK);

  private static final Pattern NEITHER =
      Pattern.compile(
          "(?i:\\bneither)\\s++("
              + QUOTED
              + "(?:,?+\\s++(?i:nor)\\s++"
              + QUOTED
              + ")++)(?i:\\s++(?:is|are|was|were)\\s++(?:set|defined|configured|provided)\\b)");

  private static final Pattern ONE = Pattern.compile(NAME);

  private MissingVariables() {}

  /** The names in the order of the line. */
  static Set<String> in(String line) {
    return Stream.of(BEFORE, AFTER, NEITHER)
        .flatMap(pattern -> pattern.matcher(line).results())
        .flatMap(found -> ONE.matcher(found.group(1)).results())
        .map(MatchResult::group)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}

package dev.stageproof.probes.entries;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is masked, the more specific before the more general. No repetition is unbounded unless it
 * is possessive, and no pattern begins inside of what another start could have taken: so the work
 * at each character has a bound.
 */
enum Mask {
  /** Whole dates and times in the forms of ISO 8601 and of web servers, and bare times. */
  TIME(
      "(?<!\\.)(?:[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}(?:[Tt_][0-9]{2}:[0-9]{2}(?::[0-9]{2}"
          + "(?:[.,][0-9]{1,9})?)?(?:Z|UTC|[+-][0-9]{2}:?[0-9]{2})?)?"
          + "|[0-9]{2}/[A-Z][a-z]{2}/[0-9]{4}:[0-9]{2}:[0-9]{2}:[0-9]{2}"
          + "|[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.,][0-9]{1,9})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)"
          + "(?![0-9A-Za-z])",
      "<time>"),
  UUID("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![0-9A-Za-z])", "<uuid>"),
  EMAIL(
      "(?<![._%+-])[0-9A-Za-z._%+-]{1,64}+@[0-9A-Za-z-]{1,63}+(?:\\.[0-9A-Za-z-]{1,63}+){1,8}",
      "<email>"),
  /** Its ids and numbers are masked one by one, its query as a whole. */
  URL("[a-z][a-z0-9+]{1,15}+://[^\\s\"'<>`]{1,1000}+", ""),
  IP(
      "(?<!\\.)(?:[0-9]{1,3}\\.){3}[0-9]{1,3}(?!\\.?[0-9A-Za-z])"
          + "|(?<!:)(?=[0-9A-Fa-f:]{0,39}[0-9])(?:(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}"
          + "|(?:[0-9A-Fa-f]{1,4}:){1,6}(?::[0-9A-Fa-f]{1,4}){1,6})(?![0-9A-Za-z:])",
      "<ip>"),
  /** At least two names; a single one may be a route or a unit. */
  PATH(
      "(?<![\\w/.<:-])/[\\w.@%+~-]{1,255}+(?:/[\\w.@%+~-]{1,255}+){1,64}+/?"
          + "|(?<![\\w/.<:-])[A-Za-z]:(?:\\\\[\\w.@%+~-]{1,255}+){1,64}+",
      "<path>"),
  /** A quoted word with a digit in it. */
  QUOTED("(?<q>[\"'`])(?=[^\"'`\\s,{}]{0,100}[0-9])[\\w#-][^\"'`\\s,{}]{0,100}+\\k<q>", ""),
  HEX(
      "(?:0[xX][0-9A-Fa-f]{1,128}+"
          + "|(?=[A-Fa-f]{0,128}[0-9])(?=[0-9]{0,128}[A-Fa-f])[0-9A-Fa-f]{7,128}+)(?![0-9A-Za-z])",
      "<hex>"),
  /** Letters and digits in turn, as random names are made of. */
  ID(
      "(?=[0-9A-Za-z]{8,128}+(?![0-9A-Za-z]))"
          + "(?:(?:[A-Za-z]{1,64}+[0-9]{1,64}+){2,64}+[A-Za-z]{0,64}+"
          + "|(?:[0-9]{1,64}+[A-Za-z]{1,64}+){2,64}+[0-9]{0,64}+)(?![0-9A-Za-z])",
      "<id>"),
  NUM("[0-9]++(?:[.,][0-9]++)*+", "<num>");

  /** They may begin within a run of letters and digits, or say themselves where they begin. */
  private static final Set<Mask> ANYWHERE = EnumSet.of(PATH, QUOTED, NUM);

  /** All masks, tried in their order at each character. */
  static final Pattern ANY = all(List.of(values()));

  private static final List<Mask> BY_FREQUENCY =
      List.of(NUM, HEX, ID, TIME, PATH, QUOTED, UUID, IP, URL, EMAIL);

  private static final List<Mask> URL_PARTS = List.of(TIME, UUID, EMAIL, IP, HEX, ID, NUM);
  private static final Pattern IN_URL = all(URL_PARTS);

  private final String pattern;
  private final String placeholder;

  Mask(String pattern, String placeholder) {
    this.pattern = pattern;
    this.placeholder = placeholder;
  }

  /** Most masks begin where a run of letters and digits begins, which is asked only once. */
  private static Pattern all(List<Mask> masks) {
    return Pattern.compile(
        "(?<![0-9A-Za-z])(?:"
            + alternatives(masks, mask -> !ANYWHERE.contains(mask))
            + ")|"
            + alternatives(masks, ANYWHERE::contains));
  }

  private static String alternatives(List<Mask> masks, Predicate<Mask> wanted) {
    return masks.stream()
        .filter(wanted)
        .map(mask -> "(?<" + mask.name() + ">" + mask.pattern + ")")
        .collect(Collectors.joining("|"));
  }

  /** All rules in one text: where two texts are equal, the same is masked. */
  static String rules() {
    return Arrays.stream(values())
        .map(mask -> mask.pattern + " -> " + mask.placeholder)
        .collect(Collectors.joining("\n", ANY.pattern() + "\n" + IN_URL.pattern() + "\n", ""));
  }

  /** What stands for a match of {@link #ANY}. */
  static String of(Matcher match) {
    Mask mask = matched(match, BY_FREQUENCY);
    return switch (mask) {
      case URL -> url(match.group());
      case QUOTED -> match.group("q") + ID.placeholder + match.group("q");
      default -> mask.placeholder;
    };
  }

  private static String url(String url) {
    int query = url.indexOf('?');
    String address = query < 0 ? url : url.substring(0, query);
    Matcher ids = IN_URL.matcher(address);
    String masked = ids.replaceAll(found -> matched(ids, URL_PARTS).placeholder);
    return query < 0 ? masked : masked + "?<query>";
  }

  private static Mask matched(Matcher match, List<Mask> masks) {
    for (Mask mask : masks) {
      if (match.start(mask.name()) >= 0) {
        return mask;
      }
    }
    throw new IllegalStateException("no mask matched " + match.group());
  }
}

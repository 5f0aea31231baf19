package dev.stageproof.probes.entries;

import java.util.Arrays;
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
      "(?<![0-9A-Za-z.])(?:[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}(?:[Tt_][0-9]{2}:[0-9]{2}(?::[0-9]{2}"
          + "(?:[.,][0-9]{1,9})?)?(?:Z|UTC|[+-][0-9]{2}:?[0-9]{2})?)?"
          + "|[0-9]{2}/[A-Z][a-z]{2}/[0-9]{4}:[0-9]{2}:[0-9]{2}:[0-9]{2}"
          + "|[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.,][0-9]{1,9})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)"
          + "(?![0-9A-Za-z])",
      "<time>"),
  UUID(
      "(?<![0-9A-Za-z])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![0-9A-Za-z])",
      "<uuid>"),
  EMAIL(
      "(?<![0-9A-Za-z._%+-])[0-9A-Za-z._%+-]{1,64}+@[0-9A-Za-z-]{1,63}+(?:\\.[0-9A-Za-z-]{1,63}+){1,8}",
      "<email>"),
  /** Its ids and numbers are masked one by one, its query as a whole. */
  URL("(?<![0-9A-Za-z])[a-z][a-z0-9+]{1,15}+://[^\\s\"'<>`]{1,1000}+", ""),
  IP(
      "(?<![0-9A-Za-z.])(?:[0-9]{1,3}\\.){3}[0-9]{1,3}(?!\\.?[0-9A-Za-z])"
          + "|(?<![0-9A-Za-z:])(?=[0-9A-Fa-f:]{0,39}[0-9])(?:(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}"
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
      "(?<![0-9A-Za-z])(?:0[xX][0-9A-Fa-f]{1,128}+"
          + "|(?=[A-Fa-f]{0,128}[0-9])(?=[0-9]{0,128}[A-Fa-f])[0-9A-Fa-f]{7,128}+)(?![0-9A-Za-z])",
      "<hex>"),
  /** Letters and digits in turn, as random names are made of. */
  ID(
      "(?<![0-9A-Za-z])(?=[0-9A-Za-z]{8,128}+(?![0-9A-Za-z]))"
          + "(?:(?:[A-Za-z]{1,64}+[0-9]{1,64}+){2,64}+[A-Za-z]{0,64}+"
          + "|(?:[0-9]{1,64}+[A-Za-z]{1,64}+){2,64}+[0-9]{0,64}+)(?![0-9A-Za-z])",
      "<id>"),
  NUM("[0-9]++(?:[.,][0-9]++)*+", "<num>");

  /** All masks, tried in their order at each character. */
  static final Pattern ANY = all(values());

  private static final Pattern IN_URL = all(TIME, UUID, EMAIL, IP, HEX, ID, NUM);

  private final String pattern;
  private final String placeholder;

  Mask(String pattern, String placeholder) {
    this.pattern = pattern;
    this.placeholder = placeholder;
  }

  private static Pattern all(Mask... masks) {
    return Pattern.compile(
        Arrays.stream(masks)
            .map(mask -> "(?<" + mask.name() + ">" + mask.pattern + ")")
            .collect(Collectors.joining("|")));
  }

  /** What stands for a match of {@link #ANY}. */
  static String of(Matcher match) {
    if (match.start(URL.name()) >= 0) {
      return url(match.group());
    }
    if (match.start(QUOTED.name()) >= 0) {
      return match.group("q") + ID.placeholder + match.group("q");
    }
    return placeholder(match, TIME, UUID, EMAIL, IP, PATH, HEX, ID, NUM);
  }

  private static String url(String url) {
    int query = url.indexOf('?');
    String address = query < 0 ? url : url.substring(0, query);
    Matcher ids = IN_URL.matcher(address);
    String masked = ids.replaceAll(found -> placeholder(ids, TIME, UUID, EMAIL, IP, HEX, ID, NUM));
    return query < 0 ? masked : masked + "?<query>";
  }

  private static String placeholder(Matcher match, Mask... masks) {
    return Arrays.stream(masks)
        .filter(mask -> match.start(mask.name()) >= 0)
        .findFirst()
        .orElseThrow()
        .placeholder;
  }
}

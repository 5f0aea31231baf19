package dev.stageproof.probes.pythonsource;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bytes of a source file as text.
 *
 * @see <a href="https://peps.python.org/pep-0263/">PEP 263</a>
 */
final class SourceText {

  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int COOKIE_LINES = 2;
  private static final int LONGEST_COOKIE_LINE = 400;
  private static final Pattern COOKIE =
      Pattern.compile("^[ \\t\\f]*#.*?coding[:=][ \\t]*([-\\w.]+)");
  private static final Pattern NO_CODE = Pattern.compile("[ \\t\\f]*(#.*)?");

  private SourceText() {}

  static String of(byte[] bytes) throws UnreadableSource {
    boolean marked = startsWithMark(bytes);
    int start = marked ? MARK.length : 0;
    Charset charset = marked ? StandardCharsets.UTF_8 : charset(bytes);
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
              .toString();
      if (text.indexOf('\0') >= 0) {
        throw new UnreadableSource("it holds a null character");
      }
      return text;
    } catch (CharacterCodingException e) {
      throw new UnreadableSource("it is not " + charset.name() + " text");
    }
  }

  private static boolean startsWithMark(byte[] bytes) {
    return bytes.length >= MARK.length
        && bytes[0] == MARK[0]
        && bytes[1] == MARK[1]
        && bytes[2] == MARK[2];
  }

  private static Charset charset(byte[] bytes) throws UnreadableSource {
    int length = Math.min(bytes.length, COOKIE_LINES * LONGEST_COOKIE_LINE);
    String head = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    String[] lines = head.split("\r\n|\r|\n", COOKIE_LINES + 1);
    Optional<String> cookie = Optional.empty();
    for (int i = 0; i < Math.min(COOKIE_LINES, lines.length) && cookie.isEmpty(); i++) {
      cookie = cookie(lines[i]);
      if (!NO_CODE.matcher(lines[i]).matches()) {
        break;
      }
    }
    return cookie.isEmpty() ? StandardCharsets.UTF_8 : named(cookie.get());
  }

  private static Optional<String> cookie(String line) {
    Matcher matcher = COOKIE.matcher(line);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static Charset named(String name) throws UnreadableSource {
    String plain = name.toLowerCase(Locale.ROOT).replace('_', '-');
    if (plain.equals("utf-8") || plain.startsWith("utf-8-")) {
      return StandardCharsets.UTF_8;
    }
    if (plain.matches("(latin-1|iso-8859-1|iso-latin-1)(-.*)?")) {
      return StandardCharsets.ISO_8859_1;
    }
    try {
      return Charset.forName(plain);
    } catch (IllegalArgumentException e) {
      throw new UnreadableSource("its encoding is not known: " + name);
    }
  }
}

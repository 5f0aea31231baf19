package dev.stageproof.probes.http;

import dev.stageproof.observe.HttpObservation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/**
 * The start of a body.
 *
 * @param cut true when the body was longer than {@link HttpObservation#BODY_LIMIT}
 */
record KeptBody(String text, boolean cut) {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Reads at most one byte more than is kept. The limit holds after unpacking: gzip can't bomb. */
  static KeptBody read(ResponseBody body) throws IOException {
    BufferedSource source = body.source();
    boolean cut = source.request(HttpObservation.BODY_LIMIT + 1L);
    byte[] kept =
        source.readByteArray(cut ? HttpObservation.BODY_LIMIT : source.getBuffer().size());
    Charset charset =
        Optional.ofNullable(body.contentType())
            .map(type -> charset(type))
            .orElse(StandardCharsets.UTF_8);
    return new KeptBody(decoded(kept, charset, cut), cut);
  }

  private static Charset charset(MediaType type) {
    return type.charset(StandardCharsets.UTF_8);
  }

  /** A character that the cut went through is left out; other malformed bytes become U+FFFD. */
  private static String decoded(byte[] bytes, Charset charset, boolean cut) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    int most = (int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte());
    CharBuffer characters = CharBuffer.allocate(most + 1);
    decoder.decode(ByteBuffer.wrap(bytes), characters, !cut);
    if (!cut) {
      decoder.flush(characters);
    }
    String text = characters.flip().toString();
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }
}

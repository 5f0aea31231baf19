package dev.stageproof.probes.http;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** A body that OkHttp does not send a second time when a connection breaks: POST may not repeat. */
final class OnceBody extends RequestBody {
  private final byte[] bytes;

  OnceBody(byte[] bytes) {
    this.bytes = bytes;
  }

  /** None: the request's own {@code Content-Type} header goes out as it is. */
  @Override
  public MediaType contentType() {
    return null;
  }

  @Override
  public long contentLength() {
    return bytes.length;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    sink.write(bytes);
  }
}

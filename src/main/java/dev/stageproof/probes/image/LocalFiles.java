package dev.stageproof.probes.image;

import dev.stageproof.probes.registry.BlobReader;
import dev.stageproof.probes.registry.UnfitException;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/** The files of a layout or an archive on this machine, by their names in it. */
interface LocalFiles {

  /** A document larger than this is none. */
  int DOCUMENT_LIMIT = 4 << 20;

  /** What they are called in a message: "the layout /builds/image". */
  String words();

  boolean has(String name);

  /**
   * Opens one of them.
   *
   * @throws java.nio.file.NoSuchFileException when it is not there
   */
  InputStream open(String name) throws IOException;

  /** A small file whole. */
  default byte[] document(String name, ProbeContext context)
      throws UnobservedException, InterruptedException {
    byte[][] whole = new byte[1][];
    read(name, content -> whole[0] = document(name, content), context);
    return whole[0];
  }

  private byte[] document(String name, InputStream content) throws IOException {
    byte[] bytes = content.readNBytes(DOCUMENT_LIMIT + 1);
    if (bytes.length > DOCUMENT_LIMIT) {
      throw new UnfitException(
          Trouble.over(name + " in " + words() + " has", DOCUMENT_LIMIT, "bytes"));
    }
    return bytes;
  }

  /** Hands a file to a reader, until the deadline. */
  default void read(String name, BlobReader reader, ProbeContext context)
      throws UnobservedException, InterruptedException {
    String what = name + " in " + words();
    try (InputStream content = new Watched(open(name), what, context)) {
      reader.read(content);
    } catch (UnfitException e) {
      throw e.unobserved();
    } catch (InterruptedIOException e) {
      throw Watched.interrupted(e);
    } catch (IOException e) {
      throw new UnobservedException(Trouble.local(what, e), e);
    }
  }
}

package dev.stageproof.probes.image;

import dev.stageproof.probes.image.Entry.Kind;
import dev.stageproof.probes.registry.UnfitException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * Lists the entries of a tar archive.
 *
 * @param what what it is called in messages: "layer sha256:…"
 */
record Entries(String what, Budget budget) {
  private static final String WHITEOUT = ".wh.";
  private static final String OPAQUE = ".wh..wh..opq";
  private static final int BUFFER = 1 << 16;

  /** Larger than the headers of any entry with a path and attributes that Linux allows. */
  private static final int HEADER_LIMIT = 1 << 20;

  /**
   * Bounds what one entry's headers may take; content passes. The reader takes no more than it
   * needs, so that the position after the headers is where the content begins.
   */
  private static final class Headers extends BlockStream {
    private final InputStream in;
    private long left = Long.MAX_VALUE;
    private long position;

    Headers(InputStream in) {
      this.in = in;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (left <= 0) {
        throw new IOException("an entry's headers are larger than " + HEADER_LIMIT + " bytes");
      }
      int read = in.read(buffer, offset, (int) Math.min(length, left));
      left -= Math.max(0, read);
      position += Math.max(0, read);
      return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
      long skipped = in.skip(bytes);
      position += skipped;
      return skipped;
    }
  }

  /**
   * Lists them in their order.
   *
   * @param bytes size of the archive
   * @throws UnfitException when it holds what no layer may, or too much
   * @throws IOException from {@code archive}
   */
  List<Entry> of(InputStream archive, long bytes) throws IOException {
    List<Entry> entries = new ArrayList<>();
    Headers headers = new Headers(new BufferedInputStream(archive, BUFFER));
    long names = 0;
    try (TarArchiveInputStream tar = new TarArchiveInputStream(headers, true)) {
      for (TarArchiveEntry next = next(tar, headers); next != null; next = next(tar, headers)) {
        Entry entry = entry(next, headers.position, bytes);
        names += next.getName().length() + next.getLinkName().length();
        requireNames(names);
        budget.entry(what);
        entries.add(entry);
        tar.skipNBytes(next.getSize());
      }
    }
    return entries;
  }

  private static TarArchiveEntry next(TarArchiveInputStream tar, Headers headers)
      throws IOException {
    headers.left = HEADER_LIMIT;
    TarArchiveEntry next = tar.getNextEntry();
    headers.left = Long.MAX_VALUE;
    return next;
  }

  private Entry entry(TarArchiveEntry entry, long offset, long bytes) throws UnfitException {
    List<String> path = path(entry.getName());
    Kind kind = kind(entry);
    boolean file = kind == Kind.FILE;
    if (entry.isSparse()) {
      throw malformed("holds a file with holes, which is not read: " + shown(entry.getName()));
    }
    if (file && offset + entry.getSize() > bytes) {
      throw malformed("ends within " + shown(entry.getName()));
    }
    String name = path.isEmpty() ? "" : path.get(path.size() - 1);
    if (file && name.equals(OPAQUE)) {
      return new Entry(Kind.OPAQUE, path.subList(0, path.size() - 1), "", 0, 0);
    }
    if (file && name.startsWith(WHITEOUT)) {
      return whiteout(path, name.substring(WHITEOUT.length()));
    }
    if (path.isEmpty() && kind != Kind.FOLDER) {
      throw malformed("holds an entry without a name");
    }
    String target = kind == Kind.LINK || kind == Kind.HARD_LINK ? entry.getLinkName() : "";
    long size = file ? entry.getSize() : 0;
    return new Entry(kind, path, target, offset, size);
  }

  private Entry whiteout(List<String> path, String hidden) throws UnfitException {
    if (hidden.isEmpty() || hidden.equals(".") || hidden.equals("..")) {
      throw malformed("takes away " + shown("/" + String.join("/", path)) + ", which is no file");
    }
    List<String> taken = new ArrayList<>(path);
    taken.set(path.size() - 1, hidden);
    return new Entry(Kind.WHITEOUT, List.copyOf(taken), "", 0, 0);
  }

  private static Kind kind(TarArchiveEntry entry) {
    if (entry.isSymbolicLink()) {
      return Kind.LINK;
    }
    if (entry.isLink()) {
      return Kind.HARD_LINK;
    }
    if (entry.isDirectory()) {
      return Kind.FOLDER;
    }
    boolean file =
        switch (entry.getLinkFlag()) {
          case TarConstants.LF_NORMAL, TarConstants.LF_OLDNORM, TarConstants.LF_CONTIG -> true;
          default -> false;
        };
    return file ? Kind.FILE : Kind.OTHER;
  }

  /** Its names; an absolute path begins at the image's root, as every runtime has it. */
  List<String> path(String name) throws UnfitException {
    if (name.length() > budget.limits().pathChars()) {
      throw new UnfitException(
          Trouble.over(what + " holds a path of", budget.limits().pathChars(), "characters"));
    }
    List<String> names =
        Arrays.stream(name.split("/")).filter(n -> !n.isEmpty() && !n.equals(".")).toList();
    if (names.size() > budget.limits().depth()) {
      throw new UnfitException(
          Trouble.over(what + " holds a path of", budget.limits().depth(), "folders"));
    }
    if (names.contains("..") || name.indexOf('\0') >= 0) {
      throw malformed("holds an entry that leads out of the image: " + shown(name));
    }
    return names;
  }

  private void requireNames(long chars) throws UnfitException {
    if (chars > budget.limits().nameChars()) {
      throw new UnfitException(
          Trouble.over(what + " holds paths of", budget.limits().nameChars(), "characters"));
    }
  }

  private UnfitException malformed(String message) {
    return new UnfitException(Trouble.malformed(what + " " + message));
  }

  private static String shown(String name) {
    int most = 200;
    return name.length() <= most ? name : name.substring(0, most) + "…";
  }
}

package dev.stageproof.probes.image;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Which files of a cache are in use, by this process and by others. Other processes see it by locks
 * on a file {@code locks}, of one byte for each name: shared by those who read, exclusive for the
 * one who removes. Within this process, locks don't tell: it has one object for each folder.
 * Thread-safe.
 */
final class InUse {
  private static final ConcurrentMap<Path, InUse> FOLDERS = new ConcurrentHashMap<>();
  private static final int HEX_DIGITS = 15;
  private static final int HEX = 16;

  private final Path folder;
  private final Map<String, Use> uses = new HashMap<>();
  private FileChannel locks;

  private InUse(Path folder) {
    this.folder = folder;
  }

  static InUse of(Path folder) {
    return FOLDERS.computeIfAbsent(folder.toAbsolutePath().normalize(), InUse::new);
  }

  /** A file that this process uses; nobody removes it. */
  final class Use implements AutoCloseable {
    private final String name;
    private final FileLock lock;
    private final ReentrantLock writing = new ReentrantLock();
    private int users;

    private Use(String name, FileLock lock) {
      this.name = name;
      this.lock = lock;
    }

    Path file() {
      return folder.resolve(name);
    }

    /** Held by the thread that checks the file, or makes it. */
    ReentrantLock writing() {
      return writing;
    }

    @Override
    public void close() {
      release(this);
    }
  }

  /**
   * Takes a file into use, whether it exists or not.
   *
   * @return empty while another process removes it, which takes no time
   */
  synchronized Optional<Use> take(String name) throws IOException {
    Use use = uses.get(name);
    if (use == null) {
      FileLock lock = channel().tryLock(position(name), 1, true);
      if (lock == null) {
        closeIdle();
        return Optional.empty();
      }
      use = new Use(name, lock);
      uses.put(name, use);
    }
    use.users++;
    return Optional.of(use);
  }

  private synchronized void release(Use use) {
    use.users--;
    if (use.users > 0) {
      return;
    }
    uses.remove(use.name);
    try {
      use.lock.release();
      closeIdle();
    } catch (IOException e) {
      throw new IllegalStateException("a lock in " + folder + " can't be released", e);
    }
  }

  /** Removes a file unless somebody uses it; true when it is gone. */
  synchronized boolean remove(String name) throws IOException {
    if (uses.containsKey(name)) {
      return false;
    }
    FileLock lock = channel().tryLock(position(name), 1, false);
    if (lock == null) {
      closeIdle();
      return false;
    }
    try {
      return Files.deleteIfExists(folder.resolve(name));
    } finally {
      lock.release();
      closeIdle();
    }
  }

  private FileChannel channel() throws IOException {
    if (locks == null) {
      Files.createDirectories(folder);
      locks =
          FileChannel.open(
              folder.resolve("locks"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
    }
    return locks;
  }

  private void closeIdle() throws IOException {
    if (uses.isEmpty()) {
      locks.close();
      locks = null;
    }
  }

  /** Which byte of the file stands for a name: of both digests, since either may be repeated. */
  static long position(String name) {
    long stored = Long.parseLong(name.substring(0, HEX_DIGITS), HEX);
    int second = name.indexOf('-') + 1;
    long unpacked = Long.parseLong(name.substring(second, second + HEX_DIGITS), HEX);
    return (stored * 31 + unpacked) & Long.MAX_VALUE >> 1;
  }
}

package dev.stageproof.probes.logfile;

import dev.stageproof.observe.LogFileRequest;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads a file of lines on several threads: each reads a stretch of it with an intake of its own,
 * and the intakes are joined in the order of the file, so that nothing depends on who was first.
 * What an intake of its own can't tell exactly, from an array's beginning on, or where there are
 * more signatures than are kept, is read again in one go.
 */
final class SplitReader {
  private final LogFileRequest request;
  private final LogFile file;
  private final Split split;
  private final Pace pace;
  private final ProbeContext context;

  /** New memory for each stretch would be moved about as long as it is in use. */
  private final Queue<byte[]> idle = new ConcurrentLinkedQueue<>();

  SplitReader(LogFileRequest request, LogFile file, Split split, Pace pace, ProbeContext context) {
    this.request = request;
    this.file = file;
    this.split = split;
    this.pace = pace;
    this.context = context;
  }

  /**
   * What a stretch came to.
   *
   * @param lines how many ends of lines are in it
   * @param ofLines whether it holds nothing but lines
   */
  private record Part(Stretch stretch, Intake intake, long lines, boolean ofLines) {}

  /** Reads everything. */
  Intake read() throws IOException, UnobservedException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(split.threads(), SplitReader::daemon);
    try (Stretches stretches = new Stretches(path(), file.stamp().size(), split.length(), pace)) {
      return read(threads, stretches);
    } finally {
      threads.shutdownNow();
    }
  }

  private Intake read(ExecutorService threads, Stretches stretches)
      throws IOException, UnobservedException, InterruptedException {
    Intake intake = new Intake(request);
    Deque<Future<Part>> ahead = new ArrayDeque<>();
    long lines = 0;
    while (stretches.more() || !ahead.isEmpty()) {
      while (stretches.more() && ahead.size() <= split.threads()) {
        Stretch stretch = stretches.take();
        ahead.add(threads.submit(() -> part(stretch)));
      }
      Part part = finished(ahead.remove());
      if (!part.ofLines() || !intake.addAll(part.intake(), lines)) {
        threads.shutdownNow();
        readOn(intake, part.stretch().from(), lines);
        return intake;
      }
      lines += part.lines();
    }
    return intake;
  }

  private Part part(Stretch stretch) throws IOException, UnobservedException, InterruptedException {
    byte[] memory = Optional.ofNullable(idle.poll()).orElseGet(Pieces::memory);
    try {
      return part(stretch, memory);
    } finally {
      idle.add(memory);
    }
  }

  private Part part(Stretch stretch, byte[] memory)
      throws IOException, UnobservedException, InterruptedException {
    Intake intake = new Intake(request);
    try (InputStream content = stretch.open(path())) {
      ObjectStream objects = objects(new Pieces(content, pace, memory), stretch.from(), 1);
      boolean ofLines = new EntryReader(objects, intake).readLines();
      return new Part(stretch, intake, objects.line() - 1, ofLines);
    }
  }

  private void readOn(Intake intake, long from, long lines)
      throws IOException, UnobservedException, InterruptedException {
    try (InputStream content = new Stretch(from, file.stamp().size()).open(path())) {
      new EntryReader(objects(new Pieces(content, pace), from, lines + 1), intake).read();
    }
  }

  private static ObjectStream objects(Pieces pieces, long from, long line) {
    return from == 0 ? ObjectStream.of(pieces) : ObjectStream.from(line, pieces);
  }

  private Part finished(Future<Part> part)
      throws IOException, UnobservedException, InterruptedException {
    try {
      return part.get(context.remaining().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw Trouble.late(request.path());
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    }
  }

  /** What ended the reading of a stretch ends the reading of the file. */
  private static RuntimeException rethrown(Throwable cause)
      throws IOException, UnobservedException, InterruptedException {
    if (cause instanceof IOException trouble) {
      throw trouble;
    }
    if (cause instanceof UnobservedException late) {
      throw late;
    }
    if (cause instanceof InterruptedException stopped) {
      throw stopped;
    }
    return new IllegalStateException("reading a stretch of the file failed", cause);
  }

  private Path path() {
    return file.path();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "stageproof-log-file");
    thread.setDaemon(true);
    return thread;
  }
}

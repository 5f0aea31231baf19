package dev.stageproof.probes.logfile;

import dev.stageproof.observe.LogFileRequest;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.spi.Probe;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Reads an export of a log: JSON lines, or JSON arrays, plain or gzip, in any order. Memory does
 * not grow with the export.
 *
 * <p>An export is taken as it stands. Each of its entries counts, also one that it holds twice, as
 * in a search by hand. It is complete by itself: without a window it is its own, and nothing can
 * arrive late; in a window that was asked for, an entry of the revision at or after the end shows
 * that the export reaches over it. Entries that name no revision count for every one.
 *
 * <p>What can't be read as an entry, or is longer than 1 MiB, is passed by and reported as {@link
 * LogReadObservation.Unreadable}, since it may hide anything: what was found stands, what was not
 * found proves nothing. Only where there is no entry at all there is no answer. In an array
 * everything after a fault that hides where elements end is one such part.
 */
public final class LogFileProbe implements Probe<LogFileRequest, LogReadObservation> {
  private static final String STANDARD_INPUT = "-";

  private final AtomicBoolean inputRead = new AtomicBoolean();
  private final Supplier<InputStream> input;
  private final Split split;

  /** A probe that reads the process's standard input where that is asked for. */
  public LogFileProbe() {
    this(() -> Channels.newInputStream(new FileInputStream(FileDescriptor.in).getChannel()));
  }

  LogFileProbe(Supplier<InputStream> input) {
    this(input, Split.ofMachine());
  }

  LogFileProbe(Supplier<InputStream> input, Split split) {
    this.input = input;
    this.split = split;
  }

  @Override
  public Class<LogFileRequest> requestType() {
    return LogFileRequest.class;
  }

  @Override
  public LogReadObservation observe(LogFileRequest request, ProbeContext context)
      throws UnobservedException, InterruptedException {
    try {
      return request.path().equals(STANDARD_INPUT)
          ? input(request, context)
          : file(request, context);
    } catch (ClosedByInterruptException e) {
      throw stopped(e);
    } catch (IOException e) {
      throw Trouble.of(e, request.path());
    }
  }

  private LogReadObservation file(LogFileRequest request, ProbeContext context)
      throws IOException, UnobservedException, InterruptedException {
    try (LogFile file = LogFile.open(Path.of(request.path()))) {
      LogReadObservation seen =
          split.pays(file) ? read(request, file, context) : read(request, file.content(), context);
      file.requireUnchanged();
      return seen;
    }
  }

  private LogReadObservation input(LogFileRequest request, ProbeContext context)
      throws IOException, UnobservedException, InterruptedException {
    if (inputRead.getAndSet(true)) {
      throw Trouble.readBefore();
    }
    return read(request, LogFile.unpacked(input.get()), context);
  }

  private LogReadObservation read(LogFileRequest request, LogFile file, ProbeContext context)
      throws IOException, UnobservedException, InterruptedException {
    Pace pace = () -> require(request, context);
    Intake intake = new SplitReader(request, file, split, pace, context).read();
    return intake.observation(context.now());
  }

  private static LogReadObservation read(
      LogFileRequest request, InputStream content, ProbeContext context)
      throws IOException, UnobservedException, InterruptedException {
    Intake intake = new Intake(request);
    Pieces pieces = new Pieces(content, () -> require(request, context));
    new EntryReader(ObjectStream.of(pieces), intake).read();
    return intake.observation(context.now());
  }

  private static void require(LogFileRequest request, ProbeContext context)
      throws UnobservedException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("reading the log was stopped");
    }
    if (context.remaining().isZero()) {
      throw Trouble.late(request.path());
    }
  }

  /** The channel leaves the thread marked; here the exception says it. */
  private static InterruptedException stopped(IOException cause) {
    Thread.interrupted();
    InterruptedException stopped = new InterruptedException("reading the log was stopped");
    stopped.initCause(cause);
    return stopped;
  }
}

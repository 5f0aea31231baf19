package dev.stageproof.probes.testrun;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.TestRunRequest;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;

/** The files that fit the globs of a request, as they are now. */
record ReportFiles(TestRunRequest request, Budget budget) {

  /** By path, relative to the folder where a file lies below it. */
  Map<String, Stamp> list() throws UnobservedException, InterruptedException {
    Path folder = Path.of(request.directory());
    if (!Files.isDirectory(folder)) {
      throw new UnobservedException(
          Gap.of(
              GapReason.NOT_FOUND,
              "the folder of the tests does not exist: " + folder,
              "Create the folder, or correct the path that names it."));
    }
    Map<String, Stamp> found = new TreeMap<>();
    for (String text : request.reports()) {
      ReportGlob glob = ReportGlob.of(folder, text);
      if (Files.isDirectory(glob.start())) {
        search(folder, glob, found);
      }
    }
    return found;
  }

  private void search(Path folder, ReportGlob glob, Map<String, Stamp> found)
      throws UnobservedException, InterruptedException {
    try {
      Files.walkFileTree(
          glob.start(),
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          glob.depth(),
          new Search(folder, glob, found, budget));
    } catch (IOException e) {
      throw new UnobservedException(
          Gap.of(
              GapReason.MALFORMED,
              "the folder " + glob.start() + " can't be searched: " + e.getMessage(),
              "Let the user who runs stageproof read the folder."),
          e);
    }
    budget.require();
  }

  /** Regular files only: a pipe that is named like a report would never end. */
  private static final class Search extends SimpleFileVisitor<Path> {

    private final Path folder;
    private final ReportGlob glob;
    private final Map<String, Stamp> found;
    private final Budget budget;

    Search(Path folder, ReportGlob glob, Map<String, Stamp> found, Budget budget) {
      this.folder = folder;
      this.glob = glob;
      this.found = found;
      this.budget = budget;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes) {
      return goOn(budget.entry());
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      boolean report = attributes.isRegularFile() && glob.fits(file);
      if (report) {
        found.put(shown(file), Stamp.of(file, attributes));
      }
      return goOn(budget.entry() && (!report || budget.report()));
    }

    private String shown(Path file) {
      Path path = file.startsWith(folder) ? folder.relativize(file) : file;
      return path.toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    private static FileVisitResult goOn(boolean allowed) {
      return allowed ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    /** A file may go while others are listed: what a running program cleans up. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof FileSystemLoopException || Files.notExists(file)) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }
  }
}

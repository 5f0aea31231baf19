package dev.stageproof.probes.image;

import dev.stageproof.probes.image.Node.Content;
import dev.stageproof.probes.image.Node.Folder;
import dev.stageproof.probes.registry.UnfitException;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A tar archive; links in it are followed. */
record ArchiveFiles(Path file, Folder root) implements LocalFiles {

  /**
   * Lists an archive.
   *
   * @throws UnobservedException when it can't be read, or is none
   */
  static ArchiveFiles of(Path file, Limits limits, ProbeContext context)
      throws UnobservedException, InterruptedException {
    String words = words(file);
    try (InputStream content = new Watched(Files.newInputStream(file), words, context)) {
      Budget budget = new Budget(limits);
      Tree tree = new Tree(budget);
      tree.add(
          new Stratum(words, "", file), new Entries(words, budget).of(content, Files.size(file)));
      return new ArchiveFiles(file, tree.root());
    } catch (UnfitException e) {
      throw e.unobserved();
    } catch (InterruptedIOException e) {
      throw Watched.interrupted(e);
    } catch (IOException e) {
      throw new UnobservedException(Trouble.local(words, e), e);
    }
  }

  private static String words(Path file) {
    return "the archive " + file;
  }

  @Override
  public String words() {
    return words(file);
  }

  private Optional<Content> content(String name) {
    return Walk.to(root, name)
        .map(Walk.Place::node)
        .filter(Content.class::isInstance)
        .map(Content.class::cast);
  }

  /** Size of a file. */
  long bytes(String name) {
    return content(name).map(Content::size).orElse(0L);
  }

  @Override
  public boolean has(String name) {
    return content(name).isPresent();
  }

  @Override
  public InputStream open(String name) throws IOException {
    Content content = content(name).orElseThrow(() -> new NoSuchFileException(name));
    return Channels.newInputStream(Slice.of(file, content.offset(), content.size()));
  }
}

package dev.stageproof.probes.recorded;

import dev.stageproof.model.RunRecord;
import dev.stageproof.spi.UnobservedException;
import dev.stageproof.stored.RecordReader;
import dev.stageproof.stored.StoredRecord;
import dev.stageproof.stored.UnreadableRecordException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The file of a record. */
record RecordFile(String path) {

  /** Reading a channel ends when the thread is interrupted. */
  RunRecord read() throws UnobservedException, InterruptedException {
    Trouble trouble = new Trouble(path);
    try (FileChannel file = FileChannel.open(Path.of(path))) {
      StoredRecord stored = RecordReader.read(Channels.newInputStream(file));
      if (!stored.changed().isEmpty()) {
        throw trouble.changed(stored.changed());
      }
      return stored.record();
    } catch (ClosedByInterruptException e) {
      Thread.interrupted();
      InterruptedException stopped = new InterruptedException("reading the record was stopped");
      stopped.initCause(e);
      throw stopped;
    } catch (UnreadableRecordException e) {
      throw trouble.unreadable(e);
    } catch (IOException e) {
      throw trouble.of(e);
    }
  }
}

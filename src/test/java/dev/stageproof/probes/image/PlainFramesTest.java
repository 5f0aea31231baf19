package dev.stageproof.probes.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.testing.Tools;
import io.airlift.compress.zstd.ZstdInputStream;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Skippable frames around and between those that count. */
@Timeout(60)
class PlainFramesTest {
  private static final byte[] SKIPPED = {0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 'x', 'y', 'z'};

  private static byte[] data(int size) {
    byte[] data = new byte[size];
    new Random(5).nextBytes(data);
    Arrays.fill(data, 0, size / 2, (byte) 'a');
    return data;
  }

  private static byte[] packed(byte[] data) throws IOException {
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    try (OutputStream zstd = new ZstdOutputStream(sink)) {
      zstd.write(data);
    }
    return sink.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] unpacked(byte[] stored) throws IOException {
    try (ZstdInputStream zstd =
        new ZstdInputStream(new PlainFrames(new ByteArrayInputStream(stored)))) {
      return zstd.readAllBytes();
    }
  }

  @Test
  void theyAreLeftOutWhereverTheyStand() throws IOException {
    byte[] first = data(500_000);
    byte[] second = data(77);

    assertThat(unpacked(joined(SKIPPED, packed(first), SKIPPED, SKIPPED, packed(second), SKIPPED)))
        .isEqualTo(joined(first, second));
  }

  @Test
  void aStreamOfTheZstdProgramPassesUnchanged() throws Exception {
    Tools.require("zstd");
    byte[] data = data(300_000);
    for (String option : new String[] {"-1", "--no-check", "-19"}) {
      Process zstd = new ProcessBuilder("zstd", "-q", "-c", option).start();
      try (OutputStream input = zstd.getOutputStream()) {
        input.write(data);
      }
      byte[] packed = zstd.getInputStream().readAllBytes();

      assertThat(new PlainFrames(new ByteArrayInputStream(packed)).readAllBytes())
          .isEqualTo(packed);
      assertThat(unpacked(joined(packed, SKIPPED))).isEqualTo(data);
    }
  }

  @Test
  void aFrameThatIsNotWholeIsNotPassed() throws IOException {
    byte[] packed = packed(data(1000));

    for (int length : new int[] {3, 5, 9, packed.length / 2, packed.length - 1}) {
      assertThatThrownBy(() -> unpacked(Arrays.copyOf(packed, length)))
          .as("%d bytes", length)
          .isInstanceOf(EOFException.class)
          .hasMessage("a zstd frame ends too early");
    }
  }
}

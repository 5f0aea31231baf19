package dev.stageproof.formats.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeldTextTest {

  @Test
  void whatGoesInComesOutWhateverThePieces() throws IOException {
    Random random = new Random(1);
    StringBuilder expected = new StringBuilder();
    try (HeldText held = new HeldText()) {
      for (int i = 0; i < 40; i++) {
        String text =
            "x" + Integer.toString(i, 36).repeat(random.nextInt(20_000)) + "é" + "😀".repeat(i);
        held.write(text, 1, text.length() - 1);
        held.write(text.toCharArray(), 1, text.length() - 1);
        expected.append(text, 1, text.length()).append(text, 1, text.length());
      }
      StringBuilder out = new StringBuilder();
      held.writeTo(out);

      assertThat(out.length()).isGreaterThan(200_000);
      assertThat(out.toString()).isEqualTo(expected.toString());
    }
  }
}

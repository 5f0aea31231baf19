package dev.stageproof.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputTest {
  @Test
  void aHyphenIsStandardOutput() throws UsageException {
    assertThat(Output.parse("json=-")).isEqualTo(new Output("json", Optional.empty()));
  }

  @Test
  void aPathMayHoldAnEqualsSign() throws UsageException {
    assertThat(Output.parse("junit=a=b.xml"))
        .isEqualTo(new Output("junit", Optional.of("a=b.xml")));
  }

  @Test
  void whatStandsBehindAColonIsTheFormats() throws UsageException {
    assertThat(Output.parse("template:own.md=a:b=c.md"))
        .isEqualTo(new Output("template", Optional.of("own.md"), Optional.of("a:b=c.md")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "=x", "json=", "", "template:=x", ":x=y", "template:a"})
  void anythingElseIsRefusedWithAnExample(String text) {
    assertThatThrownBy(() -> Output.parse(text))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "`-o "
                + text
                + "` is not KIND=PATH; for example `-o markdown=report.md` or `-o json=-`");
  }
}

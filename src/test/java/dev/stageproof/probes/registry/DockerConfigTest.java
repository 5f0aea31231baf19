package dev.stageproof.probes.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.GapReason;
import dev.stageproof.observe.ImageReference;
import dev.stageproof.probes.registry.Credentials.Known;
import dev.stageproof.probes.registry.Credentials.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerConfigTest {
  @TempDir Path folder;

  private Known read(String json, String image) throws IOException {
    Files.writeString(folder.resolve("config.json"), json);
    return DockerConfig.of(Map.of("DOCKER_CONFIG", folder.toString()), "/nowhere")
        .of(ImageReference.parse(image).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "registry.example:5000, registry.example:5000/a/b:1",
    "https://registry.example/v2/, registry.example/a/b",
    "https://index.docker.io/v1/, nginx"
  })
  void aLoginIsFoundByTheHostOfTheImage(String key, String image) throws IOException {
    assertThat(read("{\"auths\": {\"" + key + "\": {\"auth\": \"Y2k6bGV0Omlu\"}}}", image).login())
        .contains(new Login("ci", "let:in", Optional.empty()));
  }

  @Test
  void aLoginForAnotherHostIsNotUsed() throws IOException {
    Known known =
        read("{\"auths\": {\"a.example\": {\"auth\": \"Y2k6bGV0Omlu\"}}}", "b.example/a/b");

    assertThat(known).isEqualTo(new Known(Optional.empty(), Optional.empty()));
  }

  @Test
  void aLoginThatAHelperKeepsIsNotThere() throws IOException {
    String json = "{\"auths\": {\"a.example\": {}}, \"credsStore\": \"desktop\"}";

    assertThat(read(json, "a.example/a/b").login()).isEmpty();
  }

  @Test
  void aFileThatIsNotThereIsNoTrouble() {
    DockerConfig none = DockerConfig.of(Map.of(), folder.toString());

    assertThat(none.file()).isEqualTo(folder.resolve(".docker").resolve("config.json"));
    assertThat(none.of(ImageReference.parse("a.example/b").orElseThrow()))
        .isEqualTo(new Known(Optional.empty(), Optional.empty()));
  }

  @Test
  void aFileThatCanNotBeReadIsNamedWithoutWhatStandsInIt() throws IOException {
    Known known = read("{\"auths\": {\"a.example\": {\"auth\": \"%%%\"}}}", "a.example/b");

    assertThat(known.gap().orElseThrow().reason()).isEqualTo(GapReason.MALFORMED);
    assertThat(known.gap().orElseThrow().message())
        .isEqualTo("the credentials in " + folder.resolve("config.json") + " can't be read");
  }

  @Test
  void aPasswordIsNotPrinted() {
    assertThat(new Login("ci", "let-me-in", Optional.empty())).hasToString("Login[ci]");
  }
}

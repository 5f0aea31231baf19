package dev.stageproof.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stageproof.model.Secret;
import dev.stageproof.samples.PingType;
import dev.stageproof.shape.Found;
import dev.stageproof.shape.Trees;
import dev.stageproof.spi.Auth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that may be written as one word, and secrets among them. */
class ShortFormTest {
  private static final ConfigReader READER =
      new ConfigReader(
          List.of(new PingType()),
          name -> Optional.of("planted-token").filter(x -> name.equals("T")));

  private static String config(String auth) {
    return """
        version: 1
        target: {project: p, region: r, service: s%s}
        checks: [{id: a, type: ping, path: /a}]
        """
        .formatted(auth);
  }

  private static Auth auth(String auth) throws ConfigException {
    return READER.read("c.yaml", config(auth)).target().orElseThrow().auth();
  }

  private static String problem(String auth) {
    return catchThrowableOfType(ConfigException.class, () -> READER.read("c.yaml", config(auth)))
        .render();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''| NONE",
        "', auth: none'| NONE",
        "', auth: id-token'| ID_TOKEN",
        "', auth: {type: id-token}'| ID_TOKEN"
      })
  void theWordAloneStandsForTheWhole(String written, Auth.Type type) throws ConfigException {
    assertThat(auth(written))
        .isEqualTo(new Auth(type, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  @Test
  void theKeysSayMore() throws ConfigException {
    assertThat(auth(", auth: {type: id-token, impersonate: a@b, audience: x}"))
        .isEqualTo(
            new Auth(Auth.Type.ID_TOKEN, Optional.of("x"), Optional.of("a@b"), Optional.empty()));
  }

  @Test
  void aWrongWordIsToldUnderTheNameThatIsWritten() {
    assertThat(problem(", auth: idtoken"))
        .contains("`idtoken` is not what `auth` takes")
        .contains("did you mean `id-token`?");
    assertThat(problem(", auth: [id-token]"))
        .contains("`auth` takes a single value or keys with values, not a list")
        .contains("none, id-token, bearer, or the keys type, audience, impersonate, token");
  }

  @Test
  void keysThatDoNotGoTogetherAreRefused() {
    assertThat(problem(", auth: bearer")).contains("`type: bearer` needs a `token:");
    assertThat(problem(", auth: {type: none, audience: x}"))
        .contains("`audience` goes with `type: id-token`");
    assertThat(problem(", auth: {type: id-token, impersonate: bob}"))
        .contains("`impersonate` is a service account's e-mail address");
  }

  @Test
  void aSecretStandsInNoTreeAndIsFoundByThoseWhoHideIt() throws ConfigException {
    RunConfig config = READER.read("c.yaml", config(", auth: {type: bearer, token: \"${T}\"}"));
    assertThat(Trees.of(config.target().orElseThrow()).toString())
        .contains("token=[redacted]")
        .doesNotContain("planted");
    assertThat(config.target().toString()).doesNotContain("planted");
    assertThat(Found.of(Secret.class, config))
        .extracting(Secret::value)
        .containsExactly("planted-token");
  }

  @Test
  void aSecretThatIsNoneIsNotShown() {
    assertThat(problem(", auth: {type: bearer, token: ab}")).contains("6 or more");
  }
}

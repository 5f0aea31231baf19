package dev.stageproof.probes.cloudrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Credentials come from the environment, so each test has a process of its own. */
@Timeout(60)
class CredentialsTest {
  @TempDir Path home;

  @Test
  void withoutApplicationDefaultCredentialsItSaysHowToLogIn() throws Exception {
    List<String> lines = run("");

    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).isEqualTo("NO_CREDENTIALS");
    assertThat(lines.get(1))
        .startsWith(
            "no credentials for Cloud Run Admin were found:"
                + " Your default credentials were not found.");
    assertThat(lines.get(2))
        .isEqualTo("run `gcloud auth application-default login`, then run again");
  }

  @Test
  void aCredentialsFileThatDoesNotExistIsNamed() throws Exception {
    String missing = home.resolve("key.json").toString();

    List<String> lines = run(missing);

    assertThat(lines.get(0)).isEqualTo("NO_CREDENTIALS");
    assertThat(lines.get(1)).contains(missing);
  }

  private List<String> run(String credentialsFile) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Duser.home=" + home,
            "-cp",
            System.getProperty("java.class.path"),
            WithoutCredentials.class.getName());
    builder.environment().put("CLOUDSDK_CONFIG", home.toString());
    builder.environment().put("NO_GCE_CHECK", "true");
    builder.environment().remove("GOOGLE_APPLICATION_CREDENTIALS");
    if (!credentialsFile.isEmpty()) {
      builder.environment().put("GOOGLE_APPLICATION_CREDENTIALS", credentialsFile);
    }
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return output.lines().toList();
  }
}

package dev.stageproof.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.spi.Permission;
import dev.stageproof.testing.Tools;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageSourceTest {
  @TempDir Path folder;

  private static ImageSource registry(String image) {
    return new ImageSource.Registry(ImageReference.parse(image).orElseThrow());
  }

  @Test
  void anImageOfGooglesRegistryNeedsAPermission() {
    ImageSource google = registry("us-docker.pkg.dev/acme/images/backend:1");

    assertThat(google.words()).isEqualTo("image us-docker.pkg.dev/acme/images/backend:1");
    assertThat(google.whom()).isEqualTo("the registry us-docker.pkg.dev");
    assertThat(google.permission())
        .contains(
            new Permission(
                "artifactregistry.repositories.downloadArtifacts",
                "roles/artifactregistry.reader"));
    assertThat(google.reproduce("tar -tf -"))
        .containsExactly(
            "gcloud auth configure-docker --quiet us-docker.pkg.dev",
            "docker export \"$(docker create --platform linux/amd64"
                + " us-docker.pkg.dev/acme/images/backend:1 never-run)\" | tar -tf -");
    assertThat(registry("nginx").permission()).isEmpty();
    assertThat(registry("nginx").reproduce("tar -tf -")).hasSize(1);
  }

  @Test
  void whatIsOnThisMachineIsLoadedFirst() {
    ImageSource layout = new ImageSource.Layout("/my images/a", Optional.of("app:1"));
    ImageSource archive = new ImageSource.Archive("/a.tar", Optional.empty());

    assertThat(layout.words()).isEqualTo("image app:1 in the layout /my images/a");
    assertThat(archive.words()).isEqualTo("image in the archive /a.tar");
    assertThat(layout.reproduce("tar -tf -"))
        .containsExactly(
            "tar -cf - -C '/my images/a' . | docker load -q",
            "docker export \"$(docker create app:1 never-run)\" | tar -tf -");
    assertThat(archive.reproduce("tar -tf -"))
        .containsExactly(
            "docker export \"$(docker create \"$(docker load -q -i /a.tar | sed"
                + " 's/^Loaded image[^:]*: //')\" never-run)\" | tar -tf -");
    assertThat(archive.permission()).isEmpty();
  }

  /** Docker is played by a script that prints what it was called with. */
  @Test
  void theShellTakesTheCommandApartAsItIsMeant() throws Exception {
    Tools.require("sh");
    Path docker =
        Files.writeString(
            folder.resolve("docker"),
            """
            #!/bin/sh
            echo "$@" >> "$(dirname "$0")/calls"
            case "$1" in
              load) echo 'Loaded image ID: sha256:abc' ;;
              create) echo c1 ;;
              export) echo "files of $2" ;;
            esac
            """);
    assertThat(docker.toFile().setExecutable(true)).isTrue();
    String command = new ImageSource.Archive("/it's.tar", Optional.empty()).reproduce("cat").get(0);
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", command);
    shell.environment().merge("PATH", folder.toString(), (old, own) -> own + ":" + old);
    Process process = shell.start();

    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("files of c1\n");
    assertThat(Files.readAllLines(folder.resolve("calls")))
        .containsExactly("load -q -i /it's.tar", "create sha256:abc never-run", "export c1");
  }
}

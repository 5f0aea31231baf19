package dev.stageproof.observe;

import dev.stageproof.spi.Permission;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the file system of a container image is read from. Nothing of the image is run. */
public sealed interface ImageSource {

  /** What is read, in one line: "image us-docker.pkg.dev/acme/backend@sha256:…". */
  String words();

  /** Who is asked, in the words of a heading: "the registry us-docker.pkg.dev". */
  String whom();

  /** The access that reading needs; empty when it needs none from Google. */
  default Optional<Permission> permission() {
    return Optional.empty();
  }

  /** What reading costs in quota, in words; empty when it is free. */
  default Optional<String> cost() {
    return Optional.empty();
  }

  /**
   * Cheap looks that show whether the image can be had, without loading it.
   *
   * @see Request#trials()
   */
  default List<Request<?>> trials() {
    if (this instanceof Registry known) {
      return List.of(new ImageManifestRequest(known.image()));
    }
    return List.of(
        PresenceRequest.file(
            this instanceof Layout layout ? layout.folder() : ((Archive) this).file()));
  }

  /**
   * Shell commands that hand the image's whole file system, as Docker unpacks it, to a reader.
   *
   * @param reader a command that reads a tar archive from its standard input: "tar -tvf -"
   */
  List<String> reproduce(String reader);

  /**
   * An image in a registry.
   *
   * @param image by digest, or by a tag, which may move
   */
  record Registry(ImageReference image) implements ImageSource {
    @Override
    public String words() {
      return "image " + image;
    }

    @Override
    public String whom() {
      return "the registry " + image.host();
    }

    @Override
    public Optional<Permission> permission() {
      return new ImageManifestRequest(image).permission();
    }

    @Override
    public Optional<String> cost() {
      return Optional.of("1 to 6 reads of a container registry, and one for each new layer");
    }

    @Override
    public List<String> reproduce(String reader) {
      List<String> commands = new ArrayList<>();
      if (image.google()) {
        commands.add("gcloud auth configure-docker --quiet " + image.host());
      }
      commands.add(exported("--platform linux/amd64 " + Shell.word(image.toString()), reader));
      return List.copyOf(commands);
    }
  }

  /**
   * A folder in the OCI image layout.
   *
   * @param folder its absolute path
   * @param reference which image of the folder, by name or digest; empty when it holds one
   */
  record Layout(String folder, Optional<String> reference) implements ImageSource {
    @Override
    public String words() {
      return "image " + reference.map(name -> name + " ").orElse("") + "in the layout " + folder;
    }

    @Override
    public String whom() {
      return "the folder " + folder;
    }

    @Override
    public List<String> reproduce(String reader) {
      String load = "tar -cf - -C " + Shell.word(folder) + " . | docker load -q";
      return loaded(load, reference, reader);
    }
  }

  /**
   * A tar archive as {@code docker save} writes it, or of a folder in the OCI image layout.
   *
   * @param file its absolute path
   * @param reference which image of the archive, by name or digest; empty when it holds one
   */
  record Archive(String file, Optional<String> reference) implements ImageSource {
    @Override
    public String words() {
      return "image " + reference.map(name -> name + " ").orElse("") + "in the archive " + file;
    }

    @Override
    public String whom() {
      return "the file " + file;
    }

    @Override
    public List<String> reproduce(String reader) {
      return loaded("docker load -q -i " + Shell.word(file), reference, reader);
    }
  }

  /** A container is made of the image, never started; its files are exported. */
  private static String exported(String image, String reader) {
    return "docker export \"$(docker create " + image + " never-run)\" | " + reader;
  }

  private static List<String> loaded(String load, Optional<String> reference, String reader) {
    return reference
        .map(name -> List.of(load, exported(Shell.word(name), reader)))
        .orElseGet(
            () ->
                List.of(exported("\"$(" + load + " | sed 's/^Loaded image[^:]*: //')\"", reader)));
  }
}

package dev.stageproof.probes.classfiles;

import dev.stageproof.observe.ClassFilesObservation.JarVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** What a jar says of itself, beside its classes. */
final class JarFacts {

  private static final String MANIFEST = "META-INF/MANIFEST.MF";
  private static final List<String> VERSIONS = List.of("Implementation-Version", "Bundle-Version");
  private static final Pattern POM = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");
  private static final Pattern NAMED = Pattern.compile(".*?-(?<version>\\d[\\w.+-]*)\\.\\w+");

  private static final int LONGEST_VERSION = 200;

  /** More than any such file has; what is beyond is not looked at. */
  private static final int MOST = 1 << 20;

  private final Jar jar;
  private final String place;
  private final Attributes main;

  private JarFacts(Jar jar, String place, Attributes main) {
    this.jar = jar;
    this.place = place;
    this.main = main;
  }

  /** Reads the manifest; a jar without one is as good as one that says nothing. */
  static JarFacts of(Jar jar, String place) throws IOException {
    Optional<ZipArchiveEntry> entry = jar.entry(MANIFEST);
    Manifest manifest =
        entry.isEmpty()
            ? new Manifest()
            : new Manifest(new ByteArrayInputStream(jar.first(entry.get(), MOST)));
    return new JarFacts(jar, place, manifest.getMainAttributes());
  }

  boolean multiRelease() {
    return said("Multi-Release").filter("true"::equalsIgnoreCase).isPresent();
  }

  /** Further elements of the class path, as written. */
  List<String> classPath() {
    return said("Class-Path").map(text -> List.of(text.split("\\s+"))).orElse(List.of());
  }

  /** The manifest first, then Maven's note where there is just one, then the file's name. */
  Optional<JarVersion> version() throws IOException {
    for (String name : VERSIONS) {
      Optional<JarVersion> found =
          said(name).filter(JarFacts::plausible).map(text -> new JarVersion(text, name));
      if (found.isPresent()) {
        return found;
      }
    }
    Optional<JarVersion> noted = maven();
    return noted.isPresent() ? noted : named();
  }

  private static boolean plausible(String version) {
    return !version.isBlank() && version.length() <= LONGEST_VERSION;
  }

  private Optional<String> said(String name) {
    return Optional.ofNullable(main.getValue(name)).map(String::strip).filter(it -> !it.isEmpty());
  }

  /** A jar that took in others holds a note of each; which is its own can't be told. */
  private Optional<JarVersion> maven() throws IOException {
    List<ZipArchiveEntry> notes =
        jar.entries().stream().filter(entry -> POM.matcher(entry.getName()).matches()).toList();
    if (notes.size() != 1) {
      return Optional.empty();
    }
    Properties note = new Properties();
    try {
      String text = new String(jar.first(notes.get(0), MOST), StandardCharsets.ISO_8859_1);
      note.load(new StringReader(text));
    } catch (IllegalArgumentException e) {
      throw new IOException(notes.get(0).getName() + ": " + e.getMessage(), e);
    }
    return Optional.ofNullable(note.getProperty("version"))
        .filter(JarFacts::plausible)
        .map(text -> new JarVersion(text, "pom.properties"));
  }

  private Optional<JarVersion> named() {
    Matcher matcher = NAMED.matcher(place.substring(place.lastIndexOf('/') + 1));
    return matcher.matches()
        ? Optional.of(new JarVersion(matcher.group("version"), "file name"))
        : Optional.empty();
  }
}

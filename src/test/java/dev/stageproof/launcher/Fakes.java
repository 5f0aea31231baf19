package dev.stageproof.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Shell scripts in place of Java and Maven; they write down how they were called. */
final class Fakes {
  private static final String JAVA =
      """
      #!/usr/bin/env bash
      [ "$1" != -version ] || { echo 'openjdk version "%s" 2025-04-15' >&2; exit 0; }
      for word in "$@"; do
        case $word in
          -XX:DumpLoadedClassList=*)
            printf '%%s\\n' "$*" >>"$RECORDS/trainings"
            [ -z "${FAKE_SLOW_TRAINING:-}" ] || exec sleep 60
            printf 'Base id: %%s\\n%%s id: 7\\n' "$RANDOM" "${word##*=}" >"${word#*=}"
            exit 0 ;;
          -XX:SharedClassListFile=*) list=${word#*=} ;;
          -XX:SharedArchiveFile=*)
            [ -n "${list:-}" ] || continue
            [ -n "${FAKE_NO_ARCHIVE:-}" ] || cat "$list" >"${word#*=}"
            exit 0 ;;
        esac
      done
      echo "java: $0"
      printf '<%%s>\\n' "$@"
      [ -z "${FAKE_STDIN:-}" ] || cat
      exit "${FAKE_EXIT:-0}"
      """;

  static final String MAVEN =
      """
      #!/usr/bin/env bash
      printf '%s, JAVA_HOME=%s\\n' "$*" "${JAVA_HOME:-}" >>"$RECORDS/builds"
      [ -z "${FAKE_BUILD_FAILS:-}" ] || { echo '[ERROR] no such symbol'; exit 1; }
      [ -z "${FAKE_BUILD_SLOW:-}" ] || sleep 1
      [ -z "${FAKE_BUILD_LEAVES_JAR:-}" ] || exit 0
      mkdir -p target && echo "$RANDOM" >target/stageproof.jar
      """;

  private Fakes() {}

  /** A JDK with compiler and release file. */
  static Path jdk(Path jdk, String version) throws IOException {
    Path bin = Files.createDirectories(jdk.resolve("bin"));
    script(bin.resolve("java"), String.format(JAVA, version));
    script(bin.resolve("javac"), "#!/bin/sh\n");
    Files.writeString(
        jdk.resolve("release"),
        "IMPLEMENTOR=\"Acme\"\nJAVA_VERSION=\"" + version + "\"\nJAVA_VERSION_DATE=\"2025\"\n");
    return jdk;
  }

  static void script(Path file, String text) throws IOException {
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}

package dev.stageproof.probes.imageclasses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stageproof.observe.ImageSource;
import dev.stageproof.probes.Deadline;
import dev.stageproof.probes.image.ImageFiles;
import dev.stageproof.probes.image.Images;
import dev.stageproof.testing.images.TestImage;
import dev.stageproof.testing.images.TestLayer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which class path the words of an image tell. Words are written with a blank between them. */
class StartReaderTest {

  @TempDir static Path folder;
  private static Images images;
  private static ImageFiles image;

  @BeforeAll
  static void build() throws Exception {
    TestImage built =
        TestImage.of(
            new TestLayer()
                .file("app/jib-classpath-file", "/app/resources:/app/classes:/app/libs/*")
                .file("app/jib-main-class-file", "com.acme.App")
                .file("app/options", "# heap\n-Xmx256m -cp \"/app/my \\\n   lib/*:\\x\" @@no\n")
                .file("app/run.sh", "#!/bin/sh\njava -jar /app/app.jar\n")
                .file("entry.sh", "#!/bin/sh\nset -e\n# certificates\nexec \"$@\"\n")
                .file("other.sh", "#!/bin/sh\nset -- java -jar /other.jar\nexec \"$@\"\n")
                .file("server", "\u007fELF...".getBytes(StandardCharsets.ISO_8859_1))
                .file("cnb/process/web", "\u007fELF...".getBytes(StandardCharsets.ISO_8859_1))
                .file("opt/java/bin/java", "\u007fELF...".getBytes(StandardCharsets.ISO_8859_1))
                .file("opt/java/release", "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"21.0.9\"\n")
                .file("old/jre/bin/java", "x")
                .file("old/release", "JAVA_VERSION=\"1.8.0_402\"\n")
                .symlink("usr/bin/java", "/opt/java/bin/java")
                .gzip());
    TestImage.write(built.layout("app"), folder.resolve("layout"));
    images = new Images(folder.resolve("cache"));
    image =
        images.open(
            new ImageSource.Layout(folder.resolve("layout").toString(), Optional.empty()),
            Deadline.in(Duration.ofSeconds(30)));
  }

  @AfterAll
  static void close() {
    image.close();
    images.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          java -jar app.jar                             |                  | /app/app.jar             | java -jar app.jar
          /usr/bin/java -Xmx1g -jar /a.jar -cp no       |                  | /a.jar                   | /usr/bin/java -jar /a.jar
          java -cp lib/*:classes::/x/a.jar Main -cp no  |                  | /app/lib/* /app/classes /app /x/a.jar | java -cp lib/*:classes::/x/a.jar Main
          java -classpath * com.acme.App                |                  | /app/*                   | java -classpath * com.acme.App
          java --class-path=../b Main                   |                  | /b                       | java --class-path=../b Main
          java --class-path /b --add-opens a/b=c Main   |                  | /b                       | java --class-path /b Main
          java -cp /a -jar /b.jar                       |                  | /b.jar                   | java -cp /a -jar /b.jar
          java com.acme.App                             |                  | /app                     | java com.acme.App
          java Main                                     | CLASSPATH=/x:/y/* | /x /y/*                 | CLASSPATH=/x:/y/* java Main
          java -jar /a.jar                              | CLASSPATH=/x     | /a.jar                   | java -jar /a.jar
          java Main                                     | JAVA_TOOL_OPTIONS=-Djava.class.path=/t -javaagent:/otel.jar=a=b | /t /otel.jar | java -Djava.class.path=/t Main
          java -cp /a Main                              | JAVA_TOOL_OPTIONS=-Djava.class.path=/t | /a | java -Djava.class.path=/t -cp /a Main
          java Main                                     | JDK_JAVA_OPTIONS=-cp /j -Da=b | /j          | java -cp /j Main
          java -javaagent:/otel.jar -Xbootclasspath/a:/b.jar -cp /a Main | | /a /otel.jar /b.jar      | java -cp /a Main
          java -cp @/app/jib-classpath-file @/app/jib-main-class-file | | /app/resources /app/classes /app/libs/* | java -cp /app/resources:/app/classes:/app/libs/* com.acme.App
          java @options Main                            |                  | /app/my%lib/* /app/x     | java -cp /app/my%lib/*:x @@no
          java -p /mods --module com.acme/com.acme.App  |                  | /mods /mods/*            | java -p --module com.acme/com.acme.App
          java --module-path=/m.jar -m com.acme         |                  | /m.jar                   | java --module-path=/m.jar -m com.acme
          java org.springframework.boot.loader.launch.JarLauncher |        | /app                     | java org.springframework.boot.loader.launch.JarLauncher
          tini -g -- java -jar /a.jar                   |                  | /a.jar                   | java -jar /a.jar
          /entry.sh java -jar /a.jar                    |                  | /a.jar                   | java -jar /a.jar
          sh -c exec%java%$JAVA_OPTS%-jar%"/a%b.jar"%"$@" | JAVA_OPTS=-Xmx1g -Da=b | /a%b.jar         | java -jar /a%b.jar
          /bin/sh -c java%-jar%${JAR:-/a.jar}%&&%x      |                  | /a.jar                   | java -jar /a.jar
          /bin/bash -ec java%'-jar'%/a\\%b.jar;%x       | X=y              | /a%b.jar                 | java -jar /a%b.jar
          ./app.jar --server                            |                  | /app/app.jar             | ./app.jar
          """)
  void tellsTheClassPath(String words, String env, String path, String command) throws Exception {
    Launch launch = reader(env).read(words(words));

    assertThat(launch.classPath()).isEqualTo(words(path));
    assertThat(launch.command()).isEqualTo(command.replace('%', ' '));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /app/run.sh               | it starts `/app/run.sh`, a script, which is not run to see what it starts
          /other.sh java -jar a     | it starts `/other.sh`, a script, which is not run to see what it starts
          /server --port 80         | it starts `/server`, a native program, which is no Java
          /cnb/process/web          | it starts `/cnb/process/web`, the launcher of a buildpack, which is not run to see what it starts
          python3 -m acme           | it starts `python3`, which is no Java
          /gone                     | it starts `/gone`, which is no Java
          sh -c cd%/app%&&%java%-jar%a.jar | it starts `cd`, which is no Java
          sh -c java%-jar%/app/*.jar | its option -jar has no value
          sh -c java%-jar%$(ls%*.jar) | its option -jar has no value
          sh -c                     | it starts `sh`, which is no Java
          java -jar                 | its option -jar has no value
          java -cp /a               | it starts `java -cp /a` without a program
          java @gone Main           | its argument file /app/gone is missing
          tini --                   | it starts no program of its own
          """)
  void saysWhyItDoesNot(String words, String why) {
    UntoldException thrown =
        catchThrowableOfType(UntoldException.class, () -> reader(null).read(words(words)));

    assertThat(thrown).hasMessage(why);
  }

  @Test
  void anEmptyEntryPointStartsNothing() {
    assertThat(catchThrowableOfType(UntoldException.class, () -> reader(null).read(List.of())))
        .hasMessage("it starts no program of its own");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          java               |                     | 21 | /opt/java/release
          /usr/bin/java      |                     | 21 | /opt/java/release
          /old/jre/bin/java  |                     | 8  | /old/release
          java               | PATH=/old/jre/bin   | 8  | /old/release
          java               | PATH=/x JAVA_HOME=/opt/java | 21 | /opt/java/release
          java               | PATH=/x             |    |
          """)
  void tellsTheJava(String program, String env, Integer number, String file) throws Exception {
    var java = new ImageJava(new ImagePathFiles(image), env(env, " "), "/app").release(program);

    assertThat(java.map(release -> release.number())).isEqualTo(Optional.ofNullable(number));
    assertThat(java.map(release -> release.source())).isEqualTo(Optional.ofNullable(file));
  }

  private static StartReader reader(String env) {
    return new StartReader(new ImagePathFiles(image), env(env, "\n"), "/app");
  }

  private static Map<String, String> env(String text, String between) {
    Map<String, String> env = new LinkedHashMap<>();
    if (text != null) {
      for (String each : text.split(between, -1)) {
        String[] pair = each.split("=", 2);
        env.put(pair[0], pair[1]);
      }
    }
    return env;
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(" +", -1)).map(word -> word.replace('%', ' ')).toList();
  }
}

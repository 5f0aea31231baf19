package dev.stageproof.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the map of the house. Each rule is tried on the product, where it must find nothing, and on
 * planted violations, where it must find exactly them: the classes below the test package {@code
 * planted}.
 */
class ArchitectureTest {
  private static final House HOUSE = new House("dev.stageproof");
  private static final House PLANTED = new House("planted");
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.stageproof");
  private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages("planted");

  private static final Set<String> CLOCKS =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.system",
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.time.OffsetDateTime.now");
  private static final Set<String> STREAMS =
      Set.of("java.lang.System.out", "java.lang.System.err", "java.lang.System.in");

  @Test
  void everyPackageIsARoomOnTheMap() {
    assertHolds(ArchitectureTest::unlisted, "planted.attic.Box");
  }

  @Test
  void noRoomSeesMoreThanTheMapAllows() {
    assertHolds(
        ArchitectureTest::forbiddenArrows,
        "planted.checks.curious.PeeksAtSibling -> planted.checks.greedy.OpensSocket",
        "planted.judge.AsksGate -> planted.gate.Door");
  }

  @Test
  void librariesStayInTheirRooms() {
    assertHolds(
        ArchitectureTest::forbiddenLibraries,
        "planted.config.TalksPicocli -> picocli.CommandLine$ParameterException");
  }

  @Test
  void pureRoomsCanNotOpenASocketAFileOrAProcess() {
    assertHolds(
        ArchitectureTest::worldlyAccess,
        "planted.checks.greedy.OpensSocket -> java.net.Socket",
        "planted.checks.greedy.ReadsFile -> java.nio.file.Files",
        "planted.judge.RunsProcess -> java.lang.ProcessBuilder");
  }

  @Test
  void onlyTheCommandLineReadsTheClockAndUsesTheStandardStreams() {
    assertHolds(
        ArchitectureTest::clocksAndStreams,
        "planted.formats.loud.Prints -> java.lang.System.out",
        "planted.probes.nosy.ReadsClock -> java.time.Instant.now");
  }

  private static void assertHolds(
      BiFunction<House, JavaClass, Stream<String>> rule, String... planted) {
    assertThat(found(HOUSE, PRODUCT, rule)).isEmpty();
    assertThat(found(PLANTED, VIOLATIONS, rule)).containsExactly(planted);
  }

  private static List<String> found(
      House house, JavaClasses classes, BiFunction<House, JavaClass, Stream<String>> rule) {
    return classes.stream().flatMap(c -> rule.apply(house, c)).distinct().sorted().toList();
  }

  private static Stream<String> unlisted(House house, JavaClass type) {
    return Stream.of(type.getName()).filter(name -> !house.exists(roomOf(house, type)));
  }

  private static Stream<String> forbiddenArrows(House house, JavaClass type) {
    return targets(house, type)
        .filter(to -> house.room(to).filter(other -> !sees(house, type, other)).isPresent())
        .map(to -> type.getName() + " -> " + to);
  }

  private static boolean sees(House house, JavaClass type, String other) {
    return house.sees(roomOf(house, type), other);
  }

  private static Stream<String> forbiddenLibraries(House house, JavaClass type) {
    return targets(house, type)
        .filter(to -> !house.mayUse(roomOf(house, type), to))
        .map(to -> type.getName() + " -> " + to);
  }

  private static Stream<String> worldlyAccess(House house, JavaClass type) {
    return targets(house, type)
        .filter(to -> house.pure(roomOf(house, type)) && House.reachesTheWorld(to))
        .map(to -> type.getName() + " -> " + to);
  }

  private static Stream<String> clocksAndStreams(House house, JavaClass type) {
    if (roomOf(house, type).equals(House.OUTERMOST)) {
      return Stream.empty();
    }
    return type.getAccessesFromSelf().stream()
        .map(ArchitectureTest::member)
        .filter(member -> CLOCKS.contains(member) || STREAMS.contains(member))
        .map(member -> type.getName() + " -> " + member);
  }

  private static String member(JavaAccess<?> access) {
    return access.getTargetOwner().getName() + "." + access.getTarget().getName();
  }

  /** Classes of rooms that are not on the map are found by their own rule only. */
  private static Stream<String> targets(House house, JavaClass type) {
    if (!house.exists(roomOf(house, type))) {
      return Stream.empty();
    }
    return type.getDirectDependenciesFromSelf().stream()
        .map(Dependency::getTargetClass)
        .map(JavaClass::getBaseComponentType)
        .map(JavaClass::getName);
  }

  private static String roomOf(House house, JavaClass type) {
    return house.room(type.getName()).orElseThrow();
  }
}

package dev.stageproof.formats.intoto;

import dev.stageproof.report.Goldens;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scenarios that know the image's digest; of the others there is nothing to say. */
class InTotoGoldenTest {

  @ParameterizedTest
  @EnumSource(names = {"ISSUE_965", "INTERRUPTED", "SELECTED", "UNSERVED"})
  void reportIsTheCommittedOne(Goldens.Scenario scenario) throws IOException {
    Goldens.hold(new InTotoFormat(), scenario);
  }

  @ParameterizedTest
  @EnumSource(names = {"ISSUE_965", "INTERRUPTED", "SELECTED", "UNSERVED"})
  void reportIsTheSameInEveryLocaleAndZone(Goldens.Scenario scenario) throws IOException {
    Goldens.holdAbroad(new InTotoFormat(), scenario);
  }
}

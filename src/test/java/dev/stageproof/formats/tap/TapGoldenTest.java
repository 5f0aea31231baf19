package dev.stageproof.formats.tap;

import dev.stageproof.report.Goldens;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TapGoldenTest {

  @ParameterizedTest
  @EnumSource
  void reportIsTheCommittedOne(Goldens.Scenario scenario) throws IOException {
    Goldens.hold(new TapFormat(), scenario);
  }

  @ParameterizedTest
  @EnumSource
  void reportIsTheSameInEveryLocaleAndZone(Goldens.Scenario scenario) throws IOException {
    Goldens.holdAbroad(new TapFormat(), scenario);
  }
}

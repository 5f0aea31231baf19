package dev.stageproof.formats.text;

import dev.stageproof.report.Goldens;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextGoldenTest {

  @ParameterizedTest
  @EnumSource
  void reportIsTheCommittedOne(Goldens.Scenario scenario) throws IOException {
    Goldens.hold(new TextFormat(), scenario);
  }

  @ParameterizedTest
  @EnumSource
  void reportIsTheSameInEveryLocaleAndZone(Goldens.Scenario scenario) throws IOException {
    Goldens.holdAbroad(new TextFormat(), scenario);
  }
}

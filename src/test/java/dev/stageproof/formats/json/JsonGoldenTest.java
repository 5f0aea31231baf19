package dev.stageproof.formats.json;

import dev.stageproof.report.Goldens;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JsonGoldenTest {

  @ParameterizedTest
  @EnumSource
  void reportIsTheCommittedOne(Goldens.Scenario scenario) throws IOException {
    Goldens.hold(new JsonFormat(), scenario);
  }

  @ParameterizedTest
  @EnumSource
  void reportIsTheSameInEveryLocaleAndZone(Goldens.Scenario scenario) throws IOException {
    Goldens.holdAbroad(new JsonFormat(), scenario);
  }
}

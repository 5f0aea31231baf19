package dev.stageproof.formats.html;

import dev.stageproof.report.Goldens;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HtmlGoldenTest {

  @ParameterizedTest
  @EnumSource
  void reportIsTheCommittedOne(Goldens.Scenario scenario) throws IOException {
    Goldens.hold(new HtmlFormat(), scenario);
  }

  @ParameterizedTest
  @EnumSource
  void reportIsTheSameInEveryLocaleAndZone(Goldens.Scenario scenario) throws IOException {
    Goldens.holdAbroad(new HtmlFormat(), scenario);
  }
}

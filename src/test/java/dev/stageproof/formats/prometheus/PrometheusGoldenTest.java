package dev.stageproof.formats.prometheus;

import dev.stageproof.report.Goldens;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrometheusGoldenTest {

  @ParameterizedTest
  @EnumSource
  void reportIsTheCommittedOne(Goldens.Scenario scenario) throws IOException {
    Goldens.hold(new PrometheusFormat(), scenario);
  }

  @ParameterizedTest
  @EnumSource
  void reportIsTheSameInEveryLocaleAndZone(Goldens.Scenario scenario) throws IOException {
    Goldens.holdAbroad(new PrometheusFormat(), scenario);
  }
}

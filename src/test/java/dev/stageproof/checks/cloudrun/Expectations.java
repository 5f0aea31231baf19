package dev.stageproof.checks.cloudrun;

import dev.stageproof.checks.cloudrun.CloudRunSettings.Expect;
import dev.stageproof.config.ConfigException;
import dev.stageproof.config.ConfigReader;
import java.util.List;
import java.util.Optional;

/** Expectations as a user writes them. */
final class Expectations {
  private Expectations() {}

  static CloudRunSettings settings(String expect) {
    String config = "version: 1\nchecks:\n- id: a\n  type: cloud-run\n  expect: {" + expect + "}\n";
    try {
      return (CloudRunSettings)
          new ConfigReader(List.of(new CloudRunCheck()), name -> Optional.empty())
              .read("c.yaml", config)
              .checks()
              .get(0)
              .settings();
    } catch (ConfigException e) {
      throw new IllegalArgumentException(e.render(), e);
    }
  }

  /** What stands between the braces of {@code expect}; empty for the defaults. */
  static Expect of(String expect) {
    return settings(expect).expect();
  }
}

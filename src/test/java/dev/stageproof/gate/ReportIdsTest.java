package dev.stageproof.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.Subject;
import dev.stageproof.spi.TargetSettings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportIdsTest {
  private static final Instant START = Instant.parse("2025-09-15T08:47:31Z");

  @Test
  void anIdNamesIssueDateAndMinute() {
    assertThat(ids(issue("965"), Optional.empty()))
        .startsWith(
            "staging-validation-965-20250915-0847",
            "staging-validation-965-20250915-0847-2",
            "staging-validation-965-20250915-0847-3");
  }

  @Test
  void withoutAnIssueTheServiceNamesTheRun() {
    var target = new TargetSettings("p", "r", "backend", "latest-ready", Optional.empty(), true);

    assertThat(ids(Subject.unknown(), Optional.of(target)))
        .startsWith("staging-validation-backend-20250915-0847");
  }

  @Test
  void withoutBothTheMinuteAloneNamesIt() {
    assertThat(ids(Subject.unknown(), Optional.empty()))
        .startsWith("staging-validation-20250915-0847");
  }

  @Test
  void anIssueNameCanNotLeaveTheFolder() {
    assertThat(ids(issue("../../etc/PASSWD 1"), Optional.empty()))
        .startsWith("staging-validation-etc-passwd-1-20250915-0847");
  }

  private static List<String> ids(Subject subject, Optional<TargetSettings> target) {
    return ReportIds.candidates(subject, target, START).limit(3).toList();
  }

  private static Subject issue(String name) {
    Subject none = Subject.unknown();
    return new Subject(
        Optional.of(name),
        none.title(),
        none.priority(),
        none.branch(),
        none.commit(),
        none.session(),
        none.links());
  }
}

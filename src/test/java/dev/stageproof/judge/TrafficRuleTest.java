package dev.stageproof.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.Identity;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Remark;
import dev.stageproof.model.Remark.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrafficRuleTest {

  @Test
  void usersServedByAnotherRevisionWhateverTheVerdict() {
    Remark served =
        new Remark(
            Kind.CONTRADICTION,
            "Users are served by netra-backend-staging-00639-tun (100 %), not by the revision under"
                + " test, netra-backend-staging-00640-wob.",
            Optional.empty());

    assertThat(found(Identities.withTraffic(0), Outcome.PASS)).containsExactly(served);
    assertThat(found(Identities.withTraffic(0), Outcome.FAIL)).containsExactly(served);
    assertThat(found(Identities.withTraffic(1), Outcome.PASS)).isEmpty();
  }

  @Test
  void usersServedByARevisionThatIsNotMeantToServeYet() {
    assertThat(found(Identities.early(10), Outcome.PASS))
        .containsExactly(
            new Remark(
                Kind.CONTRADICTION,
                "The configuration says `serving: false`, and revision"
                    + " netra-backend-staging-00640-wob gets 10 % of the service's requests.",
                Optional.empty(),
                Optional.of("Take one of the two back.")));
    assertThat(found(Identities.early(0), Outcome.PASS)).isEmpty();
  }

  private static List<Remark> found(Identity identity, Outcome outcome) {
    return Scene.of(Checks.inLogs("errors", outcome)).with(identity).contradictions();
  }
}

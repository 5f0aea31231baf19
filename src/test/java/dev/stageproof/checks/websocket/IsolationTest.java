package dev.stageproof.checks.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.checks.websocket.Isolation.User;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IsolationTest {
  private static Isolation users(Duration within) {
    return new Isolation(List.of(user("alice"), user("bob")), within);
  }

  private static User user(String name) {
    return new User(name, Map.of("X-User", name), List.of(Seen.text("hello from {marker}")));
  }

  private static Seen seen(Service service) throws Exception {
    return Seen.of(Seen.at(service.url()).isolating(users(Duration.ofMillis(500))).done());
  }

  @Test
  void whoSeesTheOwnMessagesAloneIsIsolated() throws Exception {
    try (Service service = Service.telling((it, socket, text) -> socket.send("echo " + text))) {
      Seen seen = seen(service);

      assertThat(seen.evaluation().outcome()).isEqualTo(Outcome.PASS);
      assertThat(seen.assertion("bob sees no other's messages").actual())
          .isEqualTo("none in 1 message");
      assertThat(service.handshakes)
          .extracting(handshake -> handshake.getHeaders().get("X-User"))
          .containsExactlyInAnyOrder("alice", "bob");
    }
  }

  @Test
  void aLeakedMessageFailsAndIsNamed() throws Exception {
    try (Service service =
        Service.telling(
            (it, socket, text) -> it.connections.forEach(each -> each.send("echo " + text)))) {
      Seen seen = seen(service);

      assertThat(seen.evaluation().outcome()).isEqualTo(Outcome.FAIL);
      // Whoever the service knew when the other's message came has it; it may know one late.
      assertThat(
              Stream.of("alice", "bob")
                  .map(name -> seen.assertion(name + " sees no other's messages").actual()))
          .anyMatch(
              it ->
                  it.matches("(alice|bob) received a message of (alice|bob): echo hello from .*"));
      assertThat(seen.evaluation().headline())
          .matches("(alice|bob) sees no other's messages: (alice|bob) received a message of .*");
    }
  }

  @Test
  void aLateLeakWithinTheListeningFails() throws Exception {
    try (Service service =
        Service.telling(
            (it, socket, text) -> {
              socket.send("echo " + text);
              if (text.contains("alice")) {
                it.connections.stream()
                    .filter(each -> !each.equals(socket))
                    .forEach(each -> each.send("late " + text));
              }
            })) {
      Seen seen = seen(service);

      assertThat(seen.assertion("bob sees no other's messages").outcome()).isEqualTo(Outcome.FAIL);
      assertThat(seen.assertion("alice sees no other's messages").outcome())
          .isEqualTo(Outcome.PASS);
    }
  }

  @Test
  void aServiceThatSaysNothingProvesNothing() throws Exception {
    try (Service service = Service.telling((it, socket, text) -> {})) {
      Seen seen = seen(service);

      assertThat(seen.evaluation().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
      assertThat(seen.assertion("bob sees own messages").actual()).isEqualTo("no message at all");
    }
  }

  @Test
  void whoNeverSeesTheOwnMarkerFails() throws Exception {
    try (Service service = Service.telling((it, socket, text) -> socket.send("ok"))) {
      Seen seen = seen(service);

      assertThat(seen.assertion("alice sees own messages").outcome()).isEqualTo(Outcome.FAIL);
      assertThat(seen.assertion("alice sees no other's messages").outcome())
          .isEqualTo(Outcome.INCONCLUSIVE);
    }
  }

  @Test
  void messagesWithoutTheMarkerAreRefused() {
    assertThatThrownBy(() -> new User("alice", Map.of(), List.of(Seen.text("hello"))))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage("no message holds `{marker}`");
  }
}

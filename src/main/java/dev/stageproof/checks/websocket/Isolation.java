package dev.stageproof.checks.websocket;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.Outcome;
import dev.stageproof.observe.WebSocketObservation.Received;
import dev.stageproof.spi.CheckContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** That users don't see each other's messages. */
@Doc(
    "That users don't see each other's messages: each has a connection, all are open side by side,"
        + " and each sends messages that hold a marker of its own. Everyone has to see the own"
        + " marker, and nobody another's.")
public record Isolation(
    @Doc(value = "The users; at least two.", required = true) List<User> users,
    @Doc(
            value =
                "How long everyone has to see the own marker, from the own first message; when all"
                    + " have seen it, all listen for `listen` longer.",
            def = "5s")
        Duration within) {

  /** What stands for the marker in messages and headers. */
  static final String PLACE = "{marker}";

  private static final int RADIX = 36;

  /** One user. */
  @Doc("One user of the service.")
  public record User(
      @Doc(value = "What the report calls the user.", example = "alice") String name,
      @Doc(
              value = "Headers of this user's handshake, beside those of the check.",
              example = "{Authorization: \"Bearer ${ALICE_TOKEN}\"}")
          Map<String, String> headers,
      @Doc(
              value =
                  "The messages of this user; `{marker}` in them stands for a word that no other"
                      + " user and no other run has.",
              example = "[{json: {type: user_message, text: \"hello from {marker}\"}}]",
              required = true)
          List<MessageSettings> messages) {

    public User {
      headers = Handshake.headers(headers);
      messages = List.copyOf(messages);
      if (!name.matches("[A-Za-z0-9_-]{1,40}")) {
        throw new InvalidSetting("name", "a name has up to 40 letters, digits, `_` and `-`");
      }
      if (messages.stream().noneMatch(message -> message.written().contains(PLACE))) {
        throw new InvalidSetting("messages", "no message holds `" + PLACE + "`");
      }
    }
  }

  public Isolation {
    users = List.copyOf(users);
    Times.requirePositive("within", within);
    if (users.size() < 2 || users.size() > 10) {
      throw new InvalidSetting("users", "name 2 to 10 users");
    }
    if (users.stream().map(User::name).distinct().count() < users.size()) {
      throw new InvalidSetting("users", "two users have the same name");
    }
  }

  /** A word of one user and one run; its dots keep one user's from being the start of another's. */
  static String marker(User user, CheckContext context) {
    String run = Long.toString(context.now().toEpochMilli(), RADIX);
    return String.format(Locale.ROOT, "stageproof.%s.%s.", user.name(), run);
  }

  List<Assertion> assess(List<Talk> talks, CheckContext context) {
    return users.stream().flatMap(user -> assess(user, talks, context)).toList();
  }

  private Stream<Assertion> assess(User user, List<Talk> talks, CheckContext context) {
    Talk talk = talks.get(users.indexOf(user));
    return Stream.of(own(user, talk, context), foreign(user, talk, context));
  }

  private Assertion own(User user, Talk talk, CheckContext context) {
    String what = user.name() + " sees own messages";
    String expected = "the own marker within " + Times.of(within);
    List<Received> own = marked(talk, user, context);
    if (talk.received().isEmpty()) {
      return talk.unsettled(what, expected, "no message at all");
    }
    return own.isEmpty()
        ? talk.missing(what, expected, within, "no own marker ")
        : Assertion.of(
            what,
            expected,
            "after " + Times.of(talk.since(own.get(0))),
            talk.since(own.get(0)).compareTo(within) <= 0);
  }

  /** Who has seen nothing has not been spared anything. */
  private Assertion foreign(User user, Talk talk, CheckContext context) {
    String what = user.name() + " sees no other's messages";
    String expected = "no marker of " + String.join(", ", others(user).map(User::name).toList());
    Optional<String> leak =
        others(user)
            .flatMap(
                other -> marked(talk, other, context).stream().map(came -> leak(user, other, came)))
            .findFirst();
    if (leak.isPresent()) {
      return new Assertion(
          what,
          expected,
          leak.get(),
          Outcome.FAIL,
          Optional.of("Find out where the service shares state between connections."));
    }
    String seen = "none in " + Texts.messages(talk.received().size());
    boolean proven = !marked(talk, user, context).isEmpty() && talk.session().dropped() == 0;
    return proven ? Assertion.of(what, expected, seen, true) : talk.unsettled(what, expected, seen);
  }

  private static String leak(User user, User other, Received came) {
    return user.name() + " received a message of " + other.name() + ": " + Texts.line(came.text());
  }

  private Stream<User> others(User user) {
    return users.stream().filter(other -> !other.equals(user));
  }

  private static List<Received> marked(Talk talk, User user, CheckContext context) {
    String marker = marker(user, context);
    return talk.received().stream().filter(came -> came.text().contains(marker)).toList();
  }
}

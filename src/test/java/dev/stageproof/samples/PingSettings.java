package dev.stageproof.samples;

import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.OneOrMany;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@Doc("Asks an address and compares the answer.")
public record PingSettings(
    @Doc(value = "The path to ask for.", example = "/health") String path,
    @Doc(value = "How to ask.", def = "get") Method method,
    @Doc("Headers to send.") Map<String, String> headers,
    @Doc(value = "What the answer must be.", required = false) Expect expect,
    @Doc(value = "Follow redirects.", def = "true") boolean follow,
    @Doc(value = "How often to ask.", def = "1") int samples,
    @Doc(value = "Bytes to read at most.", def = "65536") long bytes,
    @Doc(value = "The share of answers that must be right.", def = "0.95") double share,
    @Doc("The certificate must be younger.") Optional<Instant> issuedAfter) {

  public enum Method {
    @Doc("Asks for the resource.")
    GET,
    @Doc("Asks for the headers | only.")
    HEAD_ONLY
  }

  @Doc("What the answer must be.")
  public record Expect(
      @Doc(value = "Allowed statuses.", def = "200", example = "[200, 3xx]") @OneOrMany
          List<StatusRange> status,
      @Doc(value = "The slowest allowed answer.", example = "1s") Optional<Duration> latency,
      @Doc("Values inside a JSON body.") List<JsonValue> json) {}

  @Doc("One value inside a JSON body.")
  public record JsonValue(
      @Doc(value = "Where it stands.", example = "$.status") String path,
      @Doc(value = "What it must be.", example = "healthy") Optional<Object> equals,
      @Doc("It must be there, or not.") Optional<Presence> presence) {
    public JsonValue {
      if (equals.isPresent() && presence.isPresent()) {
        throw new InvalidSetting("presence", "`presence` says nothing beside `equals`");
      }
    }
  }

  public enum Presence {
    @Doc("It is there.")
    PRESENT,
    @Doc("It is not there.")
    ABSENT
  }

  public PingSettings {
    if (!path.startsWith("/")) {
      throw new InvalidSetting("path", "a path starts with `/`: `" + path + "`");
    }
  }
}

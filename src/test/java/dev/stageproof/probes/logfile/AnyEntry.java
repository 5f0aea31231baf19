package dev.stageproof.probes.logfile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Writes entries of all forms that JSON allows, and some that make no sense. */
final class AnyEntry {
  private static final List<String> WORDS =
      List.of(
          "pool",
          "is \"full\"",
          "a\\b",
          "C:/temp/x",
          "line\nbreak",
          "é",
          "ſ",
          "😀 smile",
          "\u0001",
          "severity",
          "ERROR",
          "timed out after 17 ms",
          "{\"message\":\"pool\"}",
          "\u007f",
          " ",
          "");
  private static final List<String> CALM =
      List.of(
          "pool", "is \"full\"", "C:/temp/x", "smile é", "😀", "ERROR", "timed out after 17 ms");
  private static final List<String> TIMES =
      List.of(
          "2026-11-20T08:26:00Z",
          "2026-11-20T08:26:59.999999999Z",
          "2026-11-20T08:26:01.5Z",
          "2026-11-20T08:27:00.123456Z",
          "2026-02-30T08:27:00Z",
          "2026-11-20T09:27:00+01:00",
          "2026-11-20T08:27:60Z",
          "2026-11-20",
          "");
  private static final List<String> NUMBERS =
      List.of("0", "-1", "200", "503", "1.50", "1e3", "-0.0", "12345678901234567890", "1.0E-7");
  private static final List<String> KEYS =
      List.of("message", "severity", "textPayload", "timestamp", "labels", "x", "", "mess\u00e4ge");

  private final Random random;
  private boolean calm;

  AnyEntry(Random random) {
    this.random = random;
  }

  /** One entry; half of them are of the usual form, whatever they hold. */
  String json() {
    calm = random.nextBoolean();
    List<String> members = new ArrayList<>();
    if (often()) {
      members.add(member("timestamp", string(often() ? TIMES.get(random.nextInt(4)) : of(TIMES))));
    }
    add(members, "severity", often() ? string(of(List.of("INFO", "ERROR", "DEFAULT"))) : any(1));
    add(
        members,
        "logName",
        string("projects/p/logs/" + of(List.of("a%2Fb", "run.googleapis.com%2Frequests"))));
    add(members, "resource", often() ? resource() : any(2));
    add(members, of(List.of("labels", "insertId", "trace")), any(2));
    payload(members);
    if (rarely()) {
      members.add(of(members.isEmpty() ? List.of("\"x\":1") : members));
    }
    Collections.shuffle(members, random);
    return object(members);
  }

  private void payload(List<String> members) {
    switch (random.nextInt(calm ? 4 : 6)) {
      case 0, 1 -> members.add(member("textPayload", often() ? text() : any(1)));
      case 2, 3 -> members.add(member("jsonPayload", often() ? message() : any(3)));
      case 4 -> members.add(member("protoPayload", any(3)));
      default -> add(members, "textPayload", text());
    }
    if (rarely()) {
      members.add(member("jsonPayload", message()));
    }
    if (random.nextInt(3) == 0) {
      members.add(member("httpRequest", often() ? request() : any(2)));
    }
  }

  private String message() {
    List<String> members = new ArrayList<>();
    add(members, "message", often() ? text() : any(2));
    add(members, of(KEYS), any(2));
    add(members, of(KEYS), any(2));
    Collections.shuffle(members, random);
    return object(members);
  }

  private String request() {
    List<String> members = new ArrayList<>();
    add(members, "requestMethod", string("GET"));
    add(members, "requestUrl", text());
    add(members, "status", calm ? "200" : of(NUMBERS));
    add(
        members,
        "latency",
        often()
            ? string(of(List.of("0.125s", "3s", "1.000000001s")))
            : string(of(List.of("s", "-1s"))));
    add(members, "userAgent", often() ? string(of(List.of("curl/8", "stageproof/1"))) : text());
    Collections.shuffle(members, random);
    return object(members);
  }

  private String resource() {
    String name = of(List.of(Exports.REVISION, Exports.REVISION, "another", ""));
    String labels = object(List.of(member("revision_name", often() ? string(name) : any(1))));
    return object(
        List.of(member("type", string("x")), member("labels", often() ? labels : any(1))));
  }

  private String any(int depth) {
    return switch (random.nextInt(depth > 0 ? 7 : 5)) {
      case 0 -> of(NUMBERS);
      case 1 -> of(List.of("true", "false", "null"));
      case 2, 3, 4 -> text();
      case 5 -> object(List.of(member(of(KEYS), any(depth - 1)), member(of(KEYS), any(depth - 1))));
      default -> "[" + blank() + any(depth - 1) + blank() + "," + any(depth - 1) + "]";
    };
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int words = random.nextInt(4); words >= 0; words--) {
      text.append(of(calm ? CALM : WORDS)).append(rarely() ? "" : " ");
    }
    return string(text.toString());
  }

  private String string(String text) {
    StringBuilder json = new StringBuilder("\"");
    boolean odd = rarely();
    text.chars()
        .forEach(letter -> json.append(letter((char) letter, odd && random.nextInt(4) == 0)));
    return json.append('"').toString();
  }

  private static String letter(char letter, boolean odd) {
    return switch (letter) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '/' -> odd ? "\\/" : "/";
      default -> odd || letter < ' ' ? "\\u%04x".formatted((int) letter) : String.valueOf(letter);
    };
  }

  private String member(String key, String value) {
    return string(key) + blank() + ":" + blank() + value;
  }

  private String object(List<String> members) {
    return "{" + blank() + String.join(blank() + "," + blank(), members) + blank() + "}";
  }

  private void add(List<String> members, String key, String value) {
    if (often()) {
      members.add(member(key, value));
    }
  }

  private String blank() {
    return random.nextInt(12) == 0 ? of(List.of(" ", "  ", "\t")) : "";
  }

  private <T> T of(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private boolean often() {
    return calm || random.nextInt(8) != 0;
  }

  private boolean rarely() {
    return !calm && random.nextInt(8) == 0;
  }
}

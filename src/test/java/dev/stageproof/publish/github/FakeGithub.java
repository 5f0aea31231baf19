package dev.stageproof.publish.github;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** As much of GitHub's REST API as a comment and a status need, over real HTTP on loopback. */
public final class FakeGithub implements AutoCloseable {
  private static final Pattern PAGE = Pattern.compile("per_page=(\\d+)&page=(\\d+)");

  private final MockWebServer server = new MockWebServer();
  private final List<ObjectNode> comments = new ArrayList<>();
  private final Deque<MockResponse> first = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();
  private final List<String> sent = new ArrayList<>();
  private final List<String> tokens = new ArrayList<>();
  private boolean app;

  public static FakeGithub start() throws IOException {
    FakeGithub fake = new FakeGithub();
    fake.server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return fake.answer(request);
          }
        });
    fake.server.start();
    return fake;
  }

  /** As the token of a GitHub Actions job, which may not ask who it is. */
  public FakeGithub withToken(boolean ofApp) {
    app = ofApp;
    return this;
  }

  public FakeGithub comment(String login, String body) {
    ObjectNode comment = JsonNodeFactory.instance.objectNode();
    comment.put("id", comments.size() + 1L).put("body", body);
    comment.put("html_url", url() + "/c/" + (comments.size() + 1));
    comment.putObject("user").put("login", login);
    comments.add(comment);
    return this;
  }

  /** What the next call is answered with, whatever it asks. */
  public FakeGithub next(MockResponse response) {
    first.add(response);
    return this;
  }

  public static MockResponse says(int status, String message, String... headers) {
    MockResponse.Builder builder =
        new MockResponse.Builder().code(status).body("{\"message\": \"" + message + "\"}");
    for (int i = 0; i < headers.length; i += 2) {
      builder.setHeader(headers[i], headers[i + 1]);
    }
    return builder.build();
  }

  private synchronized MockResponse answer(RecordedRequest request) {
    String target = request.getTarget();
    asked.add(request.getMethod() + " " + target);
    tokens.add(request.getHeaders().get("Authorization"));
    if (!first.isEmpty()) {
      return first.poll();
    }
    if (target.equals("/user")) {
      return app
          ? says(403, "Resource not accessible by integration")
          : new MockResponse.Builder().body("{\"login\": \"ci-user\"}").build();
    }
    if (request.getMethod().equals("GET")) {
      return new MockResponse.Builder().body(page(target).toString()).build();
    }
    sent.add(request.getBody().utf8());
    String made = "{\"id\": 1, \"html_url\": \"" + url() + "/c/new\"}";
    return new MockResponse.Builder().code(201).body(made).build();
  }

  private ArrayNode page(String target) {
    Matcher page = PAGE.matcher(target);
    ArrayNode found = JsonNodeFactory.instance.arrayNode();
    if (page.find()) {
      int size = Integer.parseInt(page.group(1));
      comments.stream()
          .skip((Integer.parseInt(page.group(2)) - 1L) * size)
          .limit(size)
          .forEach(found::add);
    }
    return found;
  }

  public String url() {
    return "http://localhost:" + server.getPort();
  }

  public List<String> asked() {
    return asked;
  }

  public List<String> sent() {
    return sent;
  }

  public List<String> tokens() {
    return tokens;
  }

  @Override
  public void close() {
    server.close();
  }
}

package dev.stageproof.formats.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stageproof.testing.Tools;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/**
 * A headless Chromium with one page, driven by its DevTools protocol.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">the protocol</a>
 */
final class Browser extends WebSocketListener implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PROGRAM = "chromium";
  private static final String LISTENING = "DevTools listening on ";
  private static final long SECONDS = 30;
  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--disable-dev-shm-usage",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-extensions",
          "--hide-scrollbars",
          "--remote-debugging-port=0");

  /** Something that the page did. */
  record Event(String method, JsonNode params) {}

  private final Process process;
  private final OkHttpClient client = new OkHttpClient();
  private final AtomicInteger number = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final WebSocket socket;
  private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();
  private volatile String session = "";

  private Browser(Process process, String address) {
    this.process = process;
    this.socket = client.newWebSocket(new Request.Builder().url(address).build(), this);
  }

  /** Starts it; skips the running test where it is not installed. */
  static Browser start(Path profile) throws IOException {
    Tools.require(PROGRAM);
    List<String> command = new ArrayList<>(List.of(PROGRAM));
    command.addAll(FLAGS);
    command.addAll(List.of("--user-data-dir=" + profile, "about:blank"));
    Process process =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    try {
      Browser browser = new Browser(process, address(process));
      browser.attach();
      return browser;
    } catch (IOException | RuntimeException | Error e) {
      process.destroyForcibly();
      throw e;
    }
  }

  /** Chromium tells it when it is ready; what it tells afterwards goes nowhere. */
  private static String address(Process process) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    StringBuilder told = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(LISTENING)) {
        Thread drain = new Thread(() -> lines.lines().forEach(rest -> {}), "chromium-stderr");
        drain.setDaemon(true);
        drain.start();
        return line.substring(LISTENING.length()).replaceFirst("^ws:", "http:");
      }
      told.append(line).append('\n');
    }
    throw new IOException("Chromium did not start:\n" + told);
  }

  private void attach() {
    JsonNode pages = call("Target.getTargets", Map.of()).get("targetInfos");
    String page = "";
    for (JsonNode target : pages) {
      page = target.get("type").asText().equals("page") ? target.get("targetId").asText() : page;
    }
    session =
        call("Target.attachToTarget", Map.of("targetId", page, "flatten", true))
            .get("sessionId")
            .asText();
    for (String domain : List.of("Page", "Runtime", "Log", "Network", "Accessibility")) {
      call(domain + ".enable", Map.of());
    }
  }

  /** Opens a file and forgets what the page before did. */
  void open(Path file) {
    events.clear();
    loaded = new CompletableFuture<>();
    call("Page.navigate", Map.of("url", file.toUri().toString()));
    await(loaded, "load " + file);
  }

  /** Calls the browser; its refusal fails the test. */
  JsonNode call(String method, Map<String, ?> params) {
    int id = number.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    open.put(id, answer);
    Map<String, Object> message = new HashMap<>();
    message.putAll(Map.of("id", id, "method", method, "params", params));
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    socket.send(JSON.valueToTree(message).toString());
    JsonNode result = await(answer, method);
    if (result.has("error")) {
      throw new AssertionError(method + ": " + result.get("error"));
    }
    return result.get("result");
  }

  /** The value of a JavaScript expression, awaited when it is a promise. */
  JsonNode evaluate(String expression) {
    JsonNode result =
        call(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (result.has("exceptionDetails")) {
      throw new AssertionError(result.get("exceptionDetails").toString());
    }
    return result.get("result").path("value");
  }

  /** What the page did since it was opened. */
  List<Event> events(Predicate<String> method) {
    return events.stream().filter(event -> method.test(event.method())).toList();
  }

  private static <T> T await(CompletableFuture<T> future, String what) {
    try {
      return future.get(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("Chromium did not answer to " + what, e);
    }
  }

  @Override
  public void onMessage(WebSocket from, String text) {
    try {
      JsonNode message = JSON.readTree(text);
      if (message.has("id")) {
        open.remove(message.get("id").asInt()).complete(message);
        return;
      }
      String method = message.get("method").asText();
      events.add(new Event(method, message.get("params")));
      if (method.equals("Page.loadEventFired")) {
        loaded.complete(null);
      }
    } catch (IOException e) {
      fail(e);
    }
  }

  @Override
  public void onFailure(WebSocket from, Throwable failure, Response response) {
    fail(failure);
  }

  private void fail(Throwable failure) {
    loaded.completeExceptionally(failure);
    open.values().forEach(answer -> answer.completeExceptionally(failure));
  }

  /** Ends Chromium and all of its processes, and waits for it. */
  @Override
  public void close() {
    session = "";
    try {
      call("Browser.close", Map.of());
    } finally {
      end();
      socket.cancel();
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }

  private void end() {
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

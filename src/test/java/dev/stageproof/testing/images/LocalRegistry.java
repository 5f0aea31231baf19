package dev.stageproof.testing.images;

import dev.stageproof.testing.Tools;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okio.ByteString;

/** Debian's docker-registry on loopback, and what is pushed to it with plain requests. */
public final class LocalRegistry implements AutoCloseable {
  public static final String USER = "ci";
  public static final String PASSWORD = "let-me-in";

  /** bcrypt of {@link #PASSWORD}. */
  private static final String HASH = "$2b$05$xRFVVf2KSXJjzQF0x9pBVezvde0OoNAMESJRJZ2pVZbdPa4DW6mt2";

  private static final Pattern LISTENING = Pattern.compile("listening on ([0-9.]+:[0-9]+)");

  private final Process process;
  private final BufferedReader log;
  private final HttpClient client = HttpClient.newHttpClient();
  private final String host;

  private LocalRegistry(Process process) throws IOException {
    this.process = process;
    this.log = process.inputReader(StandardCharsets.UTF_8);
    this.host = listening();
  }

  /** Anyone may read and write. */
  public static LocalRegistry open(Path folder) throws IOException {
    return start(folder, "");
  }

  /** Only {@link #USER} may. */
  public static LocalRegistry closed(Path folder) throws IOException {
    Path users = Files.writeString(folder.resolve("users"), USER + ":" + HASH + "\n");
    return start(folder, "auth: {htpasswd: {realm: here, path: " + users + "}}\n");
  }

  private static LocalRegistry start(Path folder, String auth) throws IOException {
    Tools.require("docker-registry");
    String config =
        """
        version: 0.1
        log: {level: info, accesslog: {disabled: true}}
        storage: {filesystem: {rootdirectory: %s}}
        http: {addr: "127.0.0.1:0"}
        """
            .formatted(folder.resolve("data"));
    Path file = Files.writeString(folder.resolve("config.yml"), config + auth);
    return new LocalRegistry(
        new ProcessBuilder("docker-registry", "serve", file.toString())
            .redirectErrorStream(true)
            .start());
  }

  /** The system chose the port; the program's log tells it. */
  private String listening() throws IOException {
    StringBuilder said = new StringBuilder();
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      said.append(line).append('\n');
      Matcher matcher = LISTENING.matcher(line);
      if (matcher.find()) {
        return matcher.group(1);
      }
    }
    throw new IOException("docker-registry ended: " + said);
  }

  /** Host and port. */
  public String host() {
    return host;
  }

  /** Uploads a blob and tells its descriptor. */
  public String blob(String repository, String type, byte[] content) throws Exception {
    URI uploads = URI.create("http://" + host + "/v2/" + repository + "/blobs/uploads/");
    HttpResponse<String> begun = send(request(uploads).POST(BodyPublishers.noBody()).build());
    String place = begun.headers().firstValue("Location").orElseThrow();
    String digest = digest(content);
    URI end = uploads.resolve(place + (place.contains("?") ? "&" : "?") + "digest=" + digest);
    send(request(end).PUT(BodyPublishers.ofByteArray(content)).build());
    return descriptor(type, digest, content.length, "");
  }

  /** Uploads a manifest or an index under a tag and tells its descriptor. */
  public String manifest(String repository, String tag, String type, String json, String more)
      throws Exception {
    URI place = URI.create("http://" + host + "/v2/" + repository + "/manifests/" + tag);
    send(request(place).header("Content-Type", type).PUT(BodyPublishers.ofString(json)).build());
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return descriptor(type, digest(bytes), bytes.length, more);
  }

  public static String digest(byte[] content) {
    return "sha256:" + ByteString.of(content).sha256().hex();
  }

  private static String descriptor(String type, String digest, int size, String more) {
    return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d%s}"
        .formatted(type, digest, size, more);
  }

  private static HttpRequest.Builder request(URI uri) {
    String login = USER + ":" + PASSWORD;
    String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(uri).header("Authorization", "Basic " + basic);
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(request + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer;
  }

  /** The file of a configuration of Docker with the login, or without any. */
  public Path docker(Path folder, Optional<String> password) throws IOException {
    String auths =
        password
            .map(
                known ->
                    "\"http://%s\": {\"auth\": \"%s\"}"
                        .formatted(
                            host,
                            Base64.getEncoder()
                                .encodeToString(
                                    (USER + ":" + known).getBytes(StandardCharsets.UTF_8))))
            .orElse("");
    return Files.writeString(folder.resolve("config.json"), "{\"auths\": {" + auths + "}}");
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    log.close();
  }
}

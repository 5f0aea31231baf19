package dev.stageproof.observe;

import dev.stageproof.observe.GrpcHealthObservation.Answer;
import dev.stageproof.spi.Diagnosis;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Shell;
import dev.stageproof.spi.Usage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Asks a gRPC server for its health, once or several times in a row.
 *
 * <p>The command that repeats it is curl's: a call is one HTTP/2 request whose body is a frame of a
 * few bytes, and curl is where grpcurl and grpc_health_probe are not. Of the answer {@code cat -v}
 * shows the status as {@code ^H^A} for SERVING and {@code ^H^B} for NOT_SERVING.
 *
 * @param url absolute, http or https; without a path
 * @param services the names to ask for, one after the other; the empty one is the server as a whole
 * @param headers metadata, in the order in which it is sent
 * @param samples how often to ask for each, 1 or more
 * @param access how it proves who sends it; goes to this address alone
 * @param trace what its entries in the request log are found by; empty when nobody looks for them
 * @see <a href="https://github.com/grpc/grpc/blob/master/doc/health-checking.md">gRPC Health
 *     Checking Protocol</a>
 */
public record GrpcHealthRequest(
    String url,
    List<String> services,
    Map<String, String> headers,
    int samples,
    Access access,
    Optional<TraceId> trace)
    implements Request<GrpcHealthObservation>, LoggedRequest<GrpcHealthRequest> {

  private static final String CHECK = "/grpc.health.v1.Health/Check";

  /** The longest name, in bytes: its length fits into one byte of the message. */
  public static final int LONGEST_NAME = 120;

  public GrpcHealthRequest {
    services = List.copyOf(services);
    if (services.isEmpty()) {
      throw new IllegalArgumentException("without a name there is nothing to ask for");
    }
  }

  @Override
  public GrpcHealthRequest traced(TraceId id) {
    return new GrpcHealthRequest(url, services, headers, samples, access, Optional.of(id));
  }

  @Override
  public int entries() {
    return services.size() * samples;
  }

  @Override
  public List<String> named() {
    List<String> words = new ArrayList<>(List.of("gRPC health", LoggedRequest.bare(url)));
    words.addAll(services);
    words.addAll(headers.keySet());
    return words;
  }

  @Override
  public String kind() {
    return "grpc-health";
  }

  @Override
  public String subject() {
    String named = String.join(", ", services.stream().filter(name -> !name.isEmpty()).toList());
    return "gRPC health of " + url + (named.isEmpty() ? "" : ": " + named);
  }

  @Override
  public Class<GrpcHealthObservation> observationType() {
    return GrpcHealthObservation.class;
  }

  @Override
  public List<String> reproduce() {
    return services.stream().map(this::curl).distinct().toList();
  }

  private String curl(String service) {
    List<String> words = new ArrayList<>(List.of("curl", "-sS", "-i", "-o", "-"));
    words.add(url.startsWith("https:") ? "--http2" : "--http2-prior-knowledge");
    words.addAll(List.of("-H", "Content-Type: application/grpc", "-H", "TE: trailers"));
    headers.forEach((name, value) -> words.addAll(List.of("-H", name + ": " + value)));
    words.addAll(List.of("--data-binary", "@-"));
    String proof = access.curl(headers.keySet()).map(" "::concat).orElse("");
    return Shell.command(List.of("printf", frame(service)))
        + " | "
        + Shell.command(words)
        + proof
        + " "
        + Shell.word(LoggedRequest.bare(url).replaceAll("/+$", "") + CHECK)
        + " | cat -v";
  }

  /** The request as gRPC frames it, for printf: uncompressed, its length, field 1. */
  private static String frame(String service) {
    int length = service.getBytes(StandardCharsets.UTF_8).length;
    String start = "\\000\\000\\000\\000";
    return length == 0
        ? start + octal(0)
        : start + octal(length + 2) + "\\012" + octal(length) + service;
  }

  private static String octal(int value) {
    return String.format(Locale.ROOT, "\\%03o", value);
  }

  @Override
  public String whom() {
    return url.replaceFirst("^(https?://[^/?#]*).*", "$1");
  }

  @Override
  public Optional<Usage> usage() {
    return Optional.of(new Usage(entries(), "requests"));
  }

  @Override
  public List<Request<?>> trials() {
    return List.of(new GrpcHealthRequest(url, services, headers, 1, access, Optional.empty()));
  }

  @Override
  public List<Diagnosis> diagnose(GrpcHealthObservation seen) {
    return seen.answers().stream().map(GrpcHealthRequest::diagnosis).distinct().toList();
  }

  private static Diagnosis diagnosis(Answer answer) {
    return answer
        .status()
        .map(status -> Diagnosis.ok("answers " + status))
        .orElseGet(
            () ->
                Diagnosis.warning(
                    "answers " + answer.code() + ": " + answer.line(),
                    "see that the server speaks the gRPC health protocol and lets you in"));
  }
}

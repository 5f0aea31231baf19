package dev.stageproof.checks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.checks.requests.At;
import dev.stageproof.checks.requests.LatencyExpectation;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.observe.HttpRequest.Redirects;
import dev.stageproof.observe.PathExpression;
import dev.stageproof.observe.Regex;
import dev.stageproof.shape.Field;
import dev.stageproof.shape.Naming;
import dev.stageproof.shape.Shape;
import dev.stageproof.shape.ShapeReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Settings that make no sense are refused, with what is allowed. */
class HttpSettingsTest {

  private static HttpSettings create(
      String method, Optional<String> path, Optional<String> url, Map<String, String> headers) {
    return new HttpSettings(
        method,
        path,
        url,
        At.SERVICE,
        Answers.anyone(),
        Optional.empty(),
        headers,
        Optional.empty(),
        1,
        Redirects.NEVER,
        Answers.expect("2xx"));
  }

  private static void refused(ThrowingCallable code, String key, String message) {
    assertThatThrownBy(code)
        .isInstanceOfSatisfying(
            InvalidSetting.class, problem -> assertThat(problem.key()).isEqualTo(key))
        .hasMessage(message);
  }

  private static ThrowingCallable path(String path) {
    return () -> create("GET", Optional.of(path), Optional.empty(), Map.of());
  }

  private static ThrowingCallable url(String url) {
    return () -> create("GET", Optional.empty(), Optional.of(url), Map.of());
  }

  @Test
  void exactlyOneOfPathAndUrlIsGiven() {
    refused(
        () -> create("GET", Optional.empty(), Optional.empty(), Map.of()),
        "",
        "give either a `path` or a `url`, and not both");
    refused(
        () -> create("GET", Optional.of("/"), Optional.of("http://a"), Map.of()),
        "url",
        "give either a `path` or a `url`, and not both");
  }

  @Test
  void aPathStartsWithASlashAndIsAUri() {
    assertThatCode(path("/health?deep=1&x=%20")).doesNotThrowAnyException();
    refused(path("health"), "path", "a path starts with `/`: `health`");
    refused(
        path("/a b"),
        "path",
        "`/a b` is not a URI: Illegal character in path; percent-encode such characters");
  }

  @Test
  void aUrlIsAnHttpAddressWithoutCredentials() {
    assertThatCode(url("https://a.test:8443/x?y")).doesNotThrowAnyException();
    refused(url("ftp://a/x"), "url", "a url starts with https:// or http://: `ftp://a/x`");
    refused(url("/health"), "url", "a url starts with https:// or http://: `/health`");
    refused(url("http:///x"), "url", "the url names no host: `http:///x`");
    refused(
        url("https://me:secret@a/"),
        "url",
        "a url holds no user and password; send an `Authorization` header instead");
  }

  @Test
  void theMethodIsAKnownOne() {
    refused(
        () -> create("get", Optional.of("/"), Optional.empty(), Map.of()),
        "method",
        "`get` is not one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
  }

  @Test
  void headersCanBeSent() {
    refused(
        () -> create("GET", Optional.of("/"), Optional.empty(), Map.of("a b", "")),
        "headers",
        "`a b` is not a header's name");
    refused(
        () -> create("GET", Optional.of("/"), Optional.empty(), Map.of("A", "secret\nB: x")),
        "headers",
        "the value of `A` must be one line of ASCII characters");
  }

  private static HttpSettings create(String method, Optional<String> body, int samples, Expect e) {
    return new HttpSettings(
        method,
        Optional.of("/"),
        Optional.empty(),
        At.SERVICE,
        Answers.anyone(),
        Optional.empty(),
        Map.of(),
        body,
        samples,
        Redirects.NEVER,
        e);
  }

  @Test
  void samplesAreBounded() {
    Expect any = Answers.expect("2xx");
    refused(
        () -> create("GET", Optional.empty(), 0, any), "samples", "`samples` is from 1 to 1000");
    refused(
        () -> create("GET", Optional.empty(), 1001, any), "samples", "`samples` is from 1 to 1000");
  }

  @Test
  void aMethodWithoutABodyTakesNone() {
    refused(
        () -> create("GET", Optional.of("{}"), 1, Answers.expect("2xx")),
        "body",
        "a GET request takes no body; use `method: POST`");
    refused(
        () ->
            create(
                "HEAD", Optional.empty(), 1, Answers.expect(JsonExpectationTest.equal("$.a", "b"))),
        "expect",
        "the answer to HEAD has no body; use `method: GET`");
  }

  @Test
  void expectationsThatAlwaysOrNeverHoldAreRefused() {
    refused(() -> Answers.expect(), "status", "name at least one status, such as 200 or 2xx");
    refused(
        () -> new BodyExpectation(List.of(""), List.of(), List.of()),
        "contains",
        "an empty text occurs in every body");
    refused(
        () -> new BodyExpectation(List.of(), List.of(), List.of("")),
        "not-contains",
        "an empty text occurs in every body");
    refused(
        () -> new LatencyExpectation(Optional.of(Duration.ZERO), Optional.empty()),
        "max",
        "`max` must be longer than nothing");
    refused(() -> new CertificateExpectation(0), "min-days", "`min-days` is 1 or more");
  }

  @Test
  void whatMustNotBeThereCannotBeCompared() {
    refused(
        () -> new HeaderExpectation("A", Optional.empty(), Optional.of(Regex.parse("x")), false),
        "exists",
        "a header that must not be there has no value to compare");
    refused(
        () ->
            new JsonExpectation(
                PathExpression.parse("$.a"),
                Optional.of("b"),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty()),
        "exists",
        "a value that must not be there can't be compared");
    refused(
        () ->
            new JsonExpectation(
                PathExpression.parse("$.a"),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.of(Decimal.parse("2")),
                Optional.of(Decimal.parse("1"))),
        "max",
        "`max` is smaller than `min`");
  }

  @Test
  void everySettingIsDocumentedAndCanBeBound() {
    Shape.Fields shape = new ShapeReader(Naming.CONFIG, Map.of()).fields(HttpSettings.class);
    assertDocumented(shape);
    assertThat(shape.fields())
        .filteredOn(Field::required)
        .as("nothing but path or url has to be given")
        .isEmpty();
  }

  private static void assertDocumented(Shape shape) {
    if (shape instanceof Shape.Many many) {
      assertDocumented(many.element());
    }
    if (shape instanceof Shape.Fields fields) {
      assertThat(fields.doc()).isNotEmpty();
      for (Field field : fields.fields()) {
        assertThat(field.doc()).as(field.key()).isNotEmpty();
        assertDocumented(field.shape());
      }
    }
  }
}

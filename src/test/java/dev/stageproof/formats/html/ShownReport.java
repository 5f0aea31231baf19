package dev.stageproof.formats.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stageproof.model.RunRecord;
import dev.stageproof.report.Goldens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * A report in a browser, and what can be asked of it.
 *
 * @param folder where the reports are written that the browser opens
 * @param examine the functions of examine.js
 */
record ShownReport(Browser browser, Path folder, String examine) {
  private static final HtmlFormat FORMAT = new HtmlFormat();

  /** Where a person can look at what the test saw. */
  static final Path SHOTS = Path.of("target/screenshots");

  static ShownReport in(Browser browser, Path folder) throws IOException {
    Files.createDirectories(SHOTS);
    try (InputStream script = ShownReport.class.getResourceAsStream("examine.js")) {
      return new ShownReport(
          browser, folder, new String(script.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Opens a run's report. */
  Path show(RunRecord run) throws IOException {
    Path page = Files.writeString(folder.resolve("page.html"), Goldens.render(FORMAT, run));
    browser.open(page);
    return page;
  }

  /** The only request of the page was for itself. */
  void assertLoadsOnly(Path page) {
    assertThat(browser.events("Network.requestWillBeSent"::equals))
        .extracting(event -> event.params().at("/request/url").asText())
        .containsExactly(page.toUri().toString());
  }

  /** The page wrote nothing to its console, and nothing of it was refused. */
  void assertQuiet() {
    assertThat(
            browser.events(
                method ->
                    Stream.of(
                            "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded")
                        .anyMatch(method::equals)))
        .isEmpty();
  }

  AccessTree tree() {
    return new AccessTree(browser.call("Accessibility.getFullAXTree", Map.of()));
  }

  /** What a function of examine.js says of the page. */
  JsonNode examined(String call) {
    return browser.evaluate(examine + "." + call);
  }

  /** The outcomes of those elements that are shown. */
  List<String> outcomes(String selector) {
    List<String> outcomes = new ArrayList<>();
    examined("outcomes('" + selector + "')").forEach(it -> outcomes.add(it.asText()));
    return outcomes;
  }

  void click(String selector) {
    JsonNode middle = examined("middle('" + selector + "')");
    for (String type : List.of("mousePressed", "mouseReleased")) {
      browser.call(
          "Input.dispatchMouseEvent",
          Map.of(
              "type",
              type,
              "x",
              middle.get("x"),
              "y",
              middle.get("y"),
              "button",
              "left",
              "clickCount",
              1));
    }
  }

  void size(int width, int height) {
    browser.call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** "print" or "" for the screen; "light" or "dark". */
  void media(String type, String scheme) {
    browser.call(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            type,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Keeps a picture of the page; an empty one fails. */
  void shoot(String name) throws IOException {
    byte[] png =
        bytes(browser.call("Page.captureScreenshot", Map.of("captureBeyondViewport", false)));
    Files.write(SHOTS.resolve(name + ".png"), png);
    var image = ImageIO.read(new ByteArrayInputStream(png));
    long colours =
        Arrays.stream(
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
            .distinct()
            .count();
    assertThat(colours).as("colours of %s", name).isGreaterThan(20);
  }

  /** What the browser made of the page, decoded. */
  byte[] bytes(JsonNode answer) {
    return Base64.getDecoder().decode(answer.get("data").asText());
  }
}

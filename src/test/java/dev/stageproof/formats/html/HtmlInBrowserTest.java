package dev.stageproof.formats.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.stageproof.formats.markdown.MarkdownFormat;
import dev.stageproof.model.RunRecord;
import dev.stageproof.report.Goldens;
import dev.stageproof.report.HostileTexts;
import dev.stageproof.report.SampleBaselines;
import dev.stageproof.report.SampleLatencies;
import dev.stageproof.report.SampleLogs;
import dev.stageproof.report.SampleRuns;
import dev.stageproof.shape.Rewrite;
import dev.stageproof.testing.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real Chromium: what is seen, clicked, read aloud and printed. */
class HtmlInBrowserTest {
  private static final HtmlFormat FORMAT = new HtmlFormat();

  private static final int NARROW = 400;
  private static final int LONGEST_IN_BROWSER = 300;
  private static final int TURNS = 8;

  /** Those that have every section, table, chart and fold between them. */
  private static final List<Goldens.Scenario> VARIED =
      List.of(
          Goldens.Scenario.COMPARED,
          Goldens.Scenario.BESIDE,
          Goldens.Scenario.SELECTED,
          Goldens.Scenario.UNSERVED,
          Goldens.Scenario.SAMPLED,
          Goldens.Scenario.EMPTY);

  @TempDir static Path folder;
  private static Browser browser;
  private static ShownReport page;

  @BeforeAll
  static void start() throws IOException {
    browser = Browser.start(folder.resolve("profile"));
    page = ShownReport.in(browser, folder);
  }

  @AfterAll
  static void end() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void wideLightAndOnScreen() {
    page.size(1280, 900);
    page.media("", "light");
  }

  @Test
  void pageLoadsNothingRunsNothingAndComplainsOfNothing() throws IOException {
    for (Goldens.Scenario scenario : Goldens.Scenario.values()) {
      Path file = page.show(scenario.run());

      page.assertLoadsOnly(file);
      page.assertQuiet();
      assertThat(browser.evaluate("document.scripts.length").asInt()).isZero();
    }
  }

  @Test
  void screenReaderFindsItsWay() throws IOException {
    for (Goldens.Scenario scenario : VARIED) {
      page.show(scenario.run());

      assertThat(page.tree().problems()).as("%s", scenario).isEmpty();
      assertThat(page.tree().headings()).isEqualTo(markdownHeadings(scenario.run()));
    }
  }

  @Test
  void missingHeadersNamesAndLevelsWouldBeFound() throws IOException {
    page.show(SampleRuns.unhealthy());
    browser.evaluate(
        "document.querySelectorAll('.facts th').forEach(e => e.remove());"
            + "document.querySelector('main').role = 'none';"
            + "document.querySelector('h3').ariaLevel = 5;"
            + "document.querySelector('.permalink').ariaLabel = '';"
            + "document.querySelector('.permalink').textContent = ''");

    assertThat(page.tree().problems())
        .contains(
            "table without headers",
            "not just one main",
            "heading health of level 5 after level 2",
            "link without a name");
  }

  @Test
  void axeFindsNothing() throws IOException {
    String axe = Files.readString(Tools.requireNodeFile("axe-core/axe.min.js"));
    for (RunRecord run : List.of(SampleLogs.compared(), SampleBaselines.beside())) {
      page.show(run);
      page.size(NARROW, 800);
      assertThat(axe(axe)).isEmpty();
    }
    browser.evaluate("document.documentElement.removeAttribute('lang')");
    assertThat(axe(axe)).containsExactly("html-has-lang");
  }

  private static List<String> axe(String axe) {
    browser.evaluate(axe + ";0");
    List<String> rules = new ArrayList<>();
    browser
        .evaluate("axe.run().then(found => found.violations.map(it => it.id))")
        .forEach(rule -> rules.add(rule.asText()));
    return rules;
  }

  @Test
  void everyTextCanBeReadInLightAndDark() throws IOException {
    for (Goldens.Scenario scenario : VARIED) {
      page.show(scenario.run());
      browser.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)");
      for (String scheme : List.of("light", "dark")) {
        page.media("", scheme);
        assertThat(page.examined("faint()")).as("%s, %s", scenario, scheme).isEmpty();
        assertThat(page.examined("texts()").asInt()).isGreaterThan(10);
      }
    }
    assertThat(background()).isEqualTo("rgb(13, 17, 23)");
    page.media("", "light");
    assertThat(background()).isEqualTo("rgb(255, 255, 255)");
    browser.evaluate("document.querySelector('h1').style.color = '#888'");
    assertThat(page.examined("faint()")).hasSize(1);
    assertThat(page.examined("faint()").get(0).asText()).startsWith("3.54 <h1 style=");
  }

  private static String background() {
    return browser.evaluate("getComputedStyle(document.body).backgroundColor").asText();
  }

  @Test
  void filterShowsTheChecksOfOneOutcome() throws IOException {
    page.show(SampleLogs.compared());
    String sections = "document.querySelectorAll('.checks').length";
    int all = browser.evaluate(sections).asInt();
    assertThat(page.outcomes(".check")).contains("PASS", "FAIL", "INCONCLUSIVE");
    assertThat(page.examined("hidden('.checks')").asInt()).isZero();

    page.click("[value=FAIL]");
    assertThat(page.outcomes(".check")).hasSize(3).containsOnly("FAIL");
    assertThat(page.outcomes(".metrics tr[data-outcome]")).hasSize(3).containsOnly("FAIL");
    assertThat(page.examined("hidden('.checks')").asInt()).isEqualTo(1).isLessThan(all);

    page.click("[value=PASS]");
    assertThat(page.outcomes(".check")).hasSize(3).containsOnly("PASS");

    page.media("print", "light");
    assertThat(page.outcomes(".check")).hasSize(7);

    page.media("", "light");
    page.click("[value=ALL]");
    assertThat(page.outcomes(".check")).hasSize(7);
  }

  @Test
  void filterIsLeftOutWhereThereIsNothingToChoose() throws IOException {
    page.show(SampleRuns.empty());

    assertThat(browser.evaluate("document.querySelectorAll('input').length").asInt()).isZero();
  }

  @Test
  void paperShowsWhatIsFolded() throws IOException {
    page.show(SampleLogs.compared());
    String folded = "details > :not(summary)";
    int all = browser.evaluate("document.querySelectorAll('" + folded + "').length").asInt();
    assertThat(page.examined("hidden('" + folded + "')").asInt()).isEqualTo(all).isPositive();

    page.media("print", "dark");
    assertThat(page.examined("hidden('" + folded + "')").asInt()).isZero();
    assertThat(page.examined("hidden('nav')").asInt()).isEqualTo(1);
    assertThat(page.examined("faint()")).isEmpty();
    assertThat(background()).isEqualTo("rgb(255, 255, 255)");
    byte[] pdf = page.bytes(browser.call("Page.printToPDF", Map.of("printBackground", true)));
    Files.write(ShownReport.SHOTS.resolve("compared.pdf"), pdf);
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
  }

  @Test
  void everyWidthFits() throws IOException {
    for (RunRecord run : List.of(SampleLogs.compared(), SampleLatencies.sampled())) {
      page.show(run);
      page.size(NARROW, 800);
      assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
          .isEqualTo(NARROW);
      assertThat(browser.evaluate("document.querySelector('.bar').offsetHeight").asInt())
          .isLessThan(110);
    }
    assertThat(browser.evaluate("document.querySelector('.metrics .scroll').scrollWidth").asInt())
        .as("the table scrolls")
        .isGreaterThan(NARROW - 50);
    page.shoot("narrow");
    page.size(1280, 900);
    page.shoot("light");
    page.media("", "dark");
    page.shoot("dark");
  }

  @Test
  void permalinkLeadsToItsCheckBelowTheBar() throws IOException {
    page.show(SampleLogs.compared());
    browser.evaluate("document.querySelector('.permalink[href=\"#dup-warnings\"]').click()");

    assertThat(browser.evaluate("location.hash").asText()).isEqualTo("#dup-warnings");
    assertThat(
            browser
                .evaluate(
                    "document.querySelector(':target').getBoundingClientRect().top"
                        + " - document.querySelector('.bar').getBoundingClientRect().bottom")
                .asDouble())
        .isBetween(0.0, 100.0);
  }

  @Test
  void everyLinkWithinThePageFindsItsPlace() throws IOException {
    for (String payload : List.of("", " Größe & <b>", "-1")) {
      page.show(Rewrite.strings(SampleBaselines.beside(), (key, text) -> text + payload));

      assertThat(
              browser.evaluate(
                  "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.hash.slice(1))"
                      + ".filter(id => !document.getElementById(decodeURIComponent(id)))"))
          .isEmpty();
    }
  }

  @Test
  void hostileRecordActsOnNothing() throws IOException {
    String payload =
        String.join(" ", HostileTexts.all().filter(text -> text.length() < 80).toList());
    Path file = page.show(Rewrite.strings(SampleLogs.compared(), (key, text) -> text + payload));

    page.assertQuiet();
    assertThat(browser.events("Page.javascriptDialogOpening"::equals)).isEmpty();
    page.assertLoadsOnly(file);
    assertThat(browser.evaluate("document.scripts.length").asInt()).isZero();
  }

  /** Each text of a record gets one of the payloads, and another one in each turn. */
  @Test
  void hostileTextChangesNoStructure() throws IOException {
    List<String> hostile =
        HostileTexts.all().filter(text -> text.length() < LONGEST_IN_BROWSER).toList();
    List<String> harmless =
        IntStream.range(0, hostile.size()).mapToObj(i -> letters(hostile, i)).toList();
    for (RunRecord run : List.of(SampleLogs.compared(), SampleBaselines.beside())) {
      for (int turn = 0; turn < TURNS; turn++) {
        boolean before = turn % 2 == 0;
        assertThat(skeleton(run, turn, before, hostile))
            .isEqualTo(skeleton(run, turn, before, harmless));
      }
    }
    assertThat(structure("<p>a</p>")).isNotEqualTo(structure("<p>a<b></b></p>"));
    assertThat(structure("<p>a</p>")).isNotEqualTo(structure("<p onclick=''>a</p>"));
  }

  private static String skeleton(RunRecord run, int turn, boolean before, List<String> payloads)
      throws IOException {
    RunRecord changed =
        Rewrite.strings(
            run,
            (key, text) -> {
              String payload = payloads.get(Math.floorMod(text.hashCode() + turn, payloads.size()));
              return before && !text.startsWith("https://") ? payload + text : text + payload;
            });
    return structure(Goldens.render(FORMAT, changed));
  }

  /** Letters that no other payload is replaced by, or one could be found within another. */
  private static String letters(List<String> payloads, int i) {
    return HostileTexts.harmless(payloads.get(i)).replace('x', (char) ('Ā' + i));
  }

  private static String structure(String html) {
    return page.examined("skeleton(" + new TextNode(html) + ")").asText();
  }

  @Test
  void cutTextsChangeNothingEither() throws IOException {
    page.show(longer("<"));
    String forged = page.examined("skeleton()").asText();
    assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt()).isEqualTo(1280);
    page.show(longer("x"));

    assertThat(page.examined("skeleton()").asText()).isEqualTo(forged);
  }

  /** Titles, excerpts and what claims say, each by 200,000 characters. */
  private static RunRecord longer(String letter) {
    String line = letter.repeat(200_000);
    return Rewrite.strings(
        SampleLogs.compared(),
        (key, text) -> List.of("title", "text").contains(key) ? text + line : text);
  }

  /** The policy holds where escaping would not; and what a page loads or runs is noticed. */
  @Test
  void evenAHoleLoadsAndRunsNothing() throws IOException {
    String hole = "<img src='http://127.0.0.1:9/x'><script>document.title = 'ran'</script></main>";
    String holed = Goldens.render(FORMAT, SampleRuns.healthy()).replace("</main>", hole);
    browser.open(Files.writeString(folder.resolve("hole.html"), holed));

    assertThat(browser.evaluate("document.title").asText()).startsWith("PASS: ");
    assertThat(browser.events("Log.entryAdded"::equals))
        .extracting(event -> event.params().at("/entry/text").asText())
        .hasSize(2)
        .anyMatch(text -> text.contains("img-src data:"))
        .anyMatch(text -> text.contains("inline script"));
  }

  private static List<String> markdownHeadings(RunRecord run) throws IOException {
    String fences = "(?sm)^(```+).*?^\\1$";
    return Goldens.render(new MarkdownFormat(), run)
        .replaceAll(fences, "")
        .lines()
        .filter(line -> line.matches("#{1,3} .*"))
        .map(line -> line.replace("\\", ""))
        .map(line -> line.indexOf(' ') + line.substring(line.indexOf(' ')))
        .toList();
  }
}

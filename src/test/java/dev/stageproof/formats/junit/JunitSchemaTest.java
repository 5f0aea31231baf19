package dev.stageproof.formats.junit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.model.RunRecord;
import dev.stageproof.report.Goldens;
import dev.stageproof.report.SampleRuns;
import dev.stageproof.shape.Rewrite;
import java.io.StringReader;
import java.nio.file.Path;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Whatever the run, the report is one that Jenkins' xUnit plugin takes. */
class JunitSchemaTest {
  private static final Schema SCHEMA = schema();

  @ParameterizedTest
  @EnumSource
  void reportIsValid(Goldens.Scenario scenario) throws Exception {
    validate(Goldens.render(new JunitFormat(), scenario.run()));
  }

  @ParameterizedTest
  @MethodSource("dev.stageproof.report.HostileLines#all")
  void reportWithHostileTextIsValid(String payload) throws Exception {
    RunRecord run = Rewrite.strings(SampleRuns.unhealthy(), (key, text) -> text + payload);
    validate(Goldens.render(new JunitFormat(), run));
  }

  /** The schema can refuse: each of these breaks one rule of the plugin's. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<testsuite name='a' tests='0' failures='0'/>",
        "<testsuite name='a' tests='0' failures='0' errors='0' time='1,5'/>",
        "<testsuite name='a' tests='0' failures='0' errors='0' verdict='PASS'/>",
        "<testsuite name='a' tests='1' failures='0' errors='0'><testcase/></testsuite>",
        "<testsuite name='a' tests='1' failures='0' errors='0'><testcase name='b'><passed/>"
            + "</testcase></testsuite>",
        "<testsuite name='a' tests='1' failures='0' errors='0'><properties><property name='b'/>"
            + "</properties></testsuite>"
      })
  void otherReportsAreRefused(String report) {
    assertThatThrownBy(() -> validate(report)).isInstanceOf(SAXParseException.class);
  }

  @Test
  void theSchemaTakesAReportOfItsForm() throws Exception {
    validate("<testsuite name='a' tests='0' failures='0' errors='0' time='1.5'/>");
  }

  private static void validate(String report) throws Exception {
    SCHEMA.newValidator().validate(new StreamSource(new StringReader(report)));
  }

  private static Schema schema() {
    try {
      return SchemaFactory.newDefaultInstance()
          .newSchema(Path.of("src/test/resources/schemas/junit-for-jenkins.xsd").toFile());
    } catch (SAXException e) {
      throw new IllegalStateException(e);
    }
  }
}

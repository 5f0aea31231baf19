package dev.stageproof.formats.junit;

import dev.stageproof.model.RunRecord;
import dev.stageproof.spi.RenderOptions;
import dev.stageproof.spi.ReportFormat;
import java.io.IOException;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * One suite with one case per check, and a last one for the verdict.
 *
 * <p>A server that reads nothing but this file must fail a run exactly when its verdict is not
 * PASS, and lose no finding. So:
 *
 * <ul>
 *   <li>a blocking FAIL is a {@code failure}, a blocking INCONCLUSIVE an {@code error};
 *   <li>a check that was not run is {@code skipped}; a blocking one that the run's early end cut
 *       off is an {@code error}, or an interrupted run would look green;
 *   <li>an advisory finding, a waived failure, and a check that its configuration lets through
 *       without data are {@code skipped} too, with a message that begins with "advisory:", "waived
 *       by …:" or "let through without data:", because JUnit knows no weaker finding, and a passed
 *       case would hide it;
 *   <li>the case "verdict" is a {@code failure} for FAIL and an {@code error} for INCONCLUSIVE: an
 *       empty run, or one of a revision that users don't get, has no other case that says so.
 * </ul>
 *
 * No environment is written.
 *
 * @see <a href="https://github.com/jenkinsci/xunit-plugin">the schema that Jenkins checks with:
 *     junit-10.xsd</a>
 */
public final class JunitFormat implements ReportFormat {

  @Override
  public String kind() {
    return "junit";
  }

  @Override
  public String extension() {
    return "xml";
  }

  @Override
  public String description() {
    return "A JUnit report with a case per check and one for the verdict, for CI servers.";
  }

  @Override
  public void render(RunRecord record, RenderOptions options, Appendable out) throws IOException {
    var text = new StringWriter();
    try {
      // The JDK's own factory: another one on the class path would write other bytes.
      var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new SuiteWriter(xml).write(record);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException("the JUnit report could not be written: " + e.getMessage(), e);
    }
    out.append(text.getBuffer());
  }
}

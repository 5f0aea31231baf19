package dev.stageproof.probes.testrun;

import dev.stageproof.spi.UnobservedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads reports one by one; one that is not whole counts for nothing. For one thread. */
final class ReportReader {

  private static final int LARGEST = 32 << 20;

  private final XMLInputFactory factory = secure();
  private final Tally tally;
  private final Budget budget;

  ReportReader(Tally tally, Budget budget) {
    this.tally = tally;
    this.budget = budget;
  }

  /**
   * No document type, no entity, nothing from elsewhere.
   *
   * @see <a
   *     href="https://cheatsheetseries.owasp.org/cheatsheets/XML_External_Entity_Prevention_Cheat_Sheet.html">OWASP</a>
   */
  private static XMLInputFactory secure() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    return factory;
  }

  /** Adds what the report says; else says why it can't. */
  Optional<String> read(Path file) throws UnobservedException, InterruptedException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      budget.bytes(bytes.length);
      budget.require();
      return bytes.length > LARGEST
          ? Optional.of("it is larger than " + (LARGEST >> 20) + " MiB")
          : parse(bytes);
    } catch (IOException e) {
      return Optional.of("it can't be read: " + e.getMessage());
    }
  }

  private Optional<String> parse(byte[] bytes) {
    if (bytes.length == 0) {
      return Optional.of("it is empty");
    }
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
      JunitReport report = new JunitReport(xml);
      Optional<String> trouble = report.read();
      if (trouble.isEmpty()) {
        report.tests().forEach(tally::add);
      }
      return trouble;
    } catch (XMLStreamException e) {
      return Optional.of("it is not XML, or cut off, near line " + line(e));
    }
  }

  private static int line(XMLStreamException e) {
    return e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
  }
}

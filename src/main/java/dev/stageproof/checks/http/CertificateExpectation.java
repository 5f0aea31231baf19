package dev.stageproof.checks.http;

import dev.stageproof.checks.requests.Finding;
import dev.stageproof.checks.requests.Tally;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.observe.HttpObservation.Certificate;
import dev.stageproof.observe.HttpObservation.Sample;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** How long the server's TLS certificate has to be valid. */
@Doc("How long the server's TLS certificate has to be valid; an answer without TLS fails.")
public record CertificateExpectation(
    @Doc(value = "Days that must be left at least.", example = "14") int minDays) {

  public CertificateExpectation {
    if (minDays < 1) {
      throw new InvalidSetting("min-days", "`min-days` is 1 or more");
    }
  }

  Assertion assess(List<Sample> samples) {
    return Tally.of("certificate", "at least " + days(minDays) + " left", samples, this::compare);
  }

  private Finding compare(Sample sample) {
    return sample
        .certificate()
        .map(certificate -> compare(certificate, daysLeft(sample, certificate)))
        .orElseGet(() -> Finding.of("no TLS", false));
  }

  private Finding compare(Certificate certificate, long left) {
    LocalDate last = LocalDate.ofInstant(certificate.notAfter(), ZoneOffset.UTC);
    return Finding.of(days(left) + " left, until " + last, left >= minDays);
  }

  /** Whole days of 24 hours, counted from the moment of asking. */
  static long daysLeft(Sample sample, Certificate certificate) {
    return Duration.between(sample.sentAt(), certificate.notAfter()).toDays();
  }

  private static String days(long count) {
    return count + (count == 1 ? " day" : " days");
  }
}

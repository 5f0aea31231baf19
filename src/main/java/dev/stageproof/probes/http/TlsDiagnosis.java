package dev.stageproof.probes.http;

import dev.stageproof.model.Gap;
import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.HttpUrl;

/** Says what is wrong with a server's certificate, or with the handshake as a whole. */
final class TlsDiagnosis {
  private TlsDiagnosis() {}

  static Gap of(IOException failure, HttpUrl url) {
    String certificate = "the certificate of " + Diagnosis.place(url);
    if (has(failure, CertificateExpiredException.class)) {
      return Diagnosis.unreachable(certificate + " has expired", "Renew the certificate.");
    }
    if (has(failure, CertificateNotYetValidException.class)) {
      return Diagnosis.unreachable(
          certificate + " is not valid yet",
          "Check the clock of this machine, and the certificate.");
    }
    if (has(failure, SSLPeerUnverifiedException.class)) {
      return Diagnosis.unreachable(
          certificate + " is not for the host `" + url.host() + "`: " + names(failure),
          "Ask by a name that the certificate covers, or issue one that covers this name.");
    }
    if (has(failure, CertPathBuilderException.class)) {
      return Diagnosis.unreachable(
          certificate + " comes from an issuer that this JDK does not trust",
          "Serve the whole certificate chain, or add the issuer to the JDK's trust store"
              + " (-Djavax.net.ssl.trustStore).");
    }
    return Diagnosis.unreachable(
        "the TLS handshake with " + Diagnosis.place(url) + " failed: " + Diagnosis.detail(failure),
        "Check that the port speaks TLS: `openssl s_client -connect "
            + Diagnosis.place(url)
            + "`.");
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(kind::isInstance);
  }

  /** OkHttp lists the certificate's names in the last lines of its message, from "DN:" on. */
  private static String names(IOException failure) {
    String detail = Diagnosis.detail(failure);
    return detail.substring(Math.max(0, detail.indexOf("DN:")));
  }
}

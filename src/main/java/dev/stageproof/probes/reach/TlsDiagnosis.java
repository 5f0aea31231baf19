package dev.stageproof.probes.reach;

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
    String certificate = "the certificate of " + Unreached.place(url);
    if (has(failure, CertificateExpiredException.class)) {
      return Unreached.unreachable(certificate + " has expired", "Renew the certificate.");
    }
    if (has(failure, CertificateNotYetValidException.class)) {
      return Unreached.unreachable(
          certificate + " is not valid yet",
          "Check the clock of this machine, and the certificate.");
    }
    if (has(failure, SSLPeerUnverifiedException.class)) {
      return Unreached.unreachable(
          certificate + " is not for the host `" + url.host() + "`: " + names(failure),
          "Ask by a name that the certificate covers, or issue one that covers this name.");
    }
    if (has(failure, CertPathBuilderException.class)) {
      return Unreached.unreachable(
          certificate + " comes from an issuer that this JDK does not trust",
          "Serve the whole certificate chain, or add the issuer to the JDK's trust store"
              + " (-Djavax.net.ssl.trustStore).");
    }
    return Unreached.unreachable(
        "the TLS handshake with " + Unreached.place(url) + " failed: " + Unreached.detail(failure),
        "Check that the port speaks TLS: `openssl s_client -connect "
            + Unreached.place(url)
            + "`.");
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(kind::isInstance);
  }

  /** OkHttp lists the certificate's names in the last lines of its message, from "DN:" on. */
  private static String names(IOException failure) {
    String detail = Unreached.detail(failure);
    return detail.substring(Math.max(0, detail.indexOf("DN:")));
  }
}

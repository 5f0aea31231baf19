package dev.stageproof.probes.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.HttpObservation.Certificate;
import dev.stageproof.observe.HttpObservation.Sample;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What TLS shows, and what its failures say. */
class HttpProbeTlsTest {
  @TempDir private Path folder;
  private TestCertificate certificate;
  private HttpsServer server;
  private HttpProbe probe = new HttpProbe();

  @AfterEach
  void stop() {
    probe.close();
    if (server != null) {
      server.stop(0);
    }
  }

  private void serve(String san, int days) throws Exception {
    certificate = TestCertificate.create(folder, san, days);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
    server.createContext(
        "/",
        exchange -> {
          byte[] body = "secure".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  private String place() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private Gap gap() {
    return catchThrowableOfType(UnobservedException.class, this::ask).gap();
  }

  private Sample ask() throws UnobservedException, InterruptedException {
    return probe
        .observe(Look.get("https://" + place() + "/"), Look.within(Duration.ofSeconds(20)))
        .samples()
        .get(0);
  }

  @Test
  void aTrustedServerShowsItsCertificateAndTheTimeOfTheHandshake() throws Exception {
    serve("ip:127.0.0.1", 100);
    probe = new HttpProbe(trusting());
    Sample sample = ask();
    assertThat(sample.body()).isEqualTo("secure");
    assertThat(sample.phases().tls()).isPositive();
    assertThat(sample.phases().connect()).isPositive();
    Certificate seen = sample.certificate().orElseThrow();
    assertThat(seen.subject()).isEqualTo("CN=staging.test,O=Stageproof");
    assertThat(seen.issuer()).isEqualTo("CN=staging.test,O=Stageproof");
    assertThat(seen.notAfter()).isEqualTo(certificate.certificate().getNotAfter().toInstant());
  }

  @Test
  void anUnknownIssuerIsNamedAsTheProblem() throws Exception {
    serve("ip:127.0.0.1", 100);
    assertThat(gap())
        .isEqualTo(
            Gap.of(
                GapReason.UNREACHABLE,
                "the certificate of "
                    + place()
                    + " comes from an issuer that this JDK does not trust",
                "Serve the whole certificate chain, or add the issuer to the JDK's trust store"
                    + " (-Djavax.net.ssl.trustStore)."));
  }

  @Test
  void anExpiredCertificateIsNamedAsTheProblem() throws Exception {
    serve("ip:127.0.0.1", 5);
    probe = new HttpProbe(trusting());
    assertThat(gap())
        .isEqualTo(
            Gap.of(
                GapReason.UNREACHABLE,
                "the certificate of " + place() + " has expired",
                "Renew the certificate."));
  }

  @Test
  void aCertificateForAnotherHostIsNamedAsTheProblem() throws Exception {
    serve("dns:elsewhere.test", 100);
    probe = new HttpProbe(trusting());
    assertThat(gap().message())
        .isEqualTo(
            "the certificate of "
                + place()
                + " is not for the host `127.0.0.1`: DN: CN=staging.test, O=Stageproof"
                + " subjectAltNames: [elsewhere.test]");
  }

  @Test
  void aServerWithoutTlsIsNamedAsTheProblem() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread server = new Thread(() -> answerInPlainText(plain));
      server.start();
      String url = "https://127.0.0.1:" + plain.getLocalPort() + "/";
      Gap gap =
          catchThrowableOfType(
                  UnobservedException.class,
                  () -> probe.observe(Look.get(url), Look.within(Duration.ofSeconds(20))))
              .gap();
      server.join();
      assertThat(gap.reason()).isEqualTo(GapReason.UNREACHABLE);
      assertThat(gap.message())
          .startsWith("the TLS handshake with 127.0.0.1:" + plain.getLocalPort() + " failed: ");
    }
  }

  private static void answerInPlainText(ServerSocket server) {
    try (Socket socket = server.accept()) {
      socket.getInputStream().read(new byte[64]);
      socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void http2IsSpokenWhereTheServerSpeaksIt() throws Exception {
    certificate = TestCertificate.create(folder, "dns:localhost", 100);
    probe = new HttpProbe(trusting());
    try (MockWebServer modern = new MockWebServer()) {
      modern.useHttps(certificate.server().getSocketFactory());
      modern.start();
      modern.enqueue(new MockResponse.Builder().code(503).body("down").build());
      modern.enqueue(new MockResponse.Builder().body("up").build());
      String url = "https://localhost:" + modern.getPort() + "/";
      List<Sample> samples =
          probe.observe(Look.get(url, 2), Look.within(Duration.ofSeconds(10))).samples();
      assertThat(samples).extracting(Sample::protocol).containsExactly("h2", "h2");
      assertThat(samples).extracting(Sample::body).containsExactly("down", "up");
      assertThat(samples.get(1).phases().tls()).isZero();
    }
  }

  /** Trusts the server's certificate, but not out of its time. */
  private UnaryOperator<OkHttpClient.Builder> trusting() {
    X509TrustManager trust = new TrustingOne(certificate.certificate());
    return builder -> builder.sslSocketFactory(context(trust).getSocketFactory(), trust);
  }

  private static SSLContext context(X509TrustManager trust) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trust}, new SecureRandom());
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private record TrustingOne(X509Certificate trusted) implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
        throws CertificateException {
      throw new CertificateException("no clients here");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
        throws CertificateException {
      assertThat(chain).containsExactly(trusted);
      trusted.checkValidity();
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[] {trusted};
    }
  }
}

package dev.stageproof.checks.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.checks.requests.At;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Secret;
import dev.stageproof.observe.Access;
import dev.stageproof.observe.HttpObservation.Sample;
import dev.stageproof.spi.Auth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How requests to a private service are planned, and what a refusal comes to. */
class PrivateServiceTest {
  private static final Auth ID_TOKEN = idToken(Optional.empty());

  private static Auth idToken(Optional<String> audience) {
    return new Auth(Auth.Type.ID_TOKEN, audience, Optional.empty(), Optional.empty());
  }

  private static Access access(Auth auth, HttpSettings settings) {
    return Revisions.requests(settings, Revisions.context(Revisions.tagged(), auth))
        .get(0)
        .access();
  }

  private static HttpSettings at(At at) {
    return Revisions.path(at, Answers.anyone(), 1);
  }

  @Test
  void theAudienceIsTheServicesAddressAlsoForATag() {
    Access token = new Access.IdToken(Revisions.SERVICE_URL, Optional.empty());
    assertThat(access(ID_TOKEN, at(At.SERVICE))).isEqualTo(token);
    assertThat(access(ID_TOKEN, at(At.REVISION))).isEqualTo(token);
  }

  @Test
  void anAudienceOfItsOwnGoesFirst() {
    assertThat(access(idToken(Optional.of("https://backend.example.com")), at(At.SERVICE)))
        .isEqualTo(new Access.IdToken("https://backend.example.com", Optional.empty()));
  }

  @Test
  void aForeignAddressGetsNoTokenOfTheTargets() {
    assertThat(access(ID_TOKEN, Revisions.url("https://elsewhere.example/health")))
        .isEqualTo(Access.none());
    assertThat(access(ID_TOKEN, Revisions.url("http://backend-abc.a.run.app/health")))
        .isEqualTo(Access.none());
    assertThat(access(ID_TOKEN, Revisions.url(Revisions.SERVICE_URL + ":8443/health")))
        .isEqualTo(Access.none());
  }

  private static Evaluation refused(Auth auth, Sample answer) {
    return Revisions.evaluate(
        Revisions.path(At.SERVICE, Revisions.tested(), 1),
        Revisions.context(Revisions.tagged(), auth),
        look -> {
          throw new AssertionError("who answered matters to nobody");
        },
        answer);
  }

  private static Sample page(int status) {
    return new Sample(
        Answers.NOW,
        status,
        "h2",
        Map.of("content-type", "text/html"),
        "<h2>Your client does not have permission to get URL <code>/health</code></h2>",
        false,
        List.of(),
        Answers.status(status).phases(),
        Optional.empty());
  }

  private static String advice(Auth auth, int status) {
    return refused(auth, page(status)).assertions().get(0).settle().orElseThrow();
  }

  @Test
  void whatTheFrontEndSaysIsNoAnswerOfTheService() {
    Evaluation evaluation = refused(ID_TOKEN, page(403));
    assertThat(evaluation.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(evaluation.headline())
        .isEqualTo("403: refused before the service was reached, expected let in");
    assertThat(evaluation.assertions()).extracting(Assertion::what).containsExactly("access");
  }

  @Test
  void aForbiddenRequestNamesRoleAndPermission() {
    assertThat(advice(ID_TOKEN, 403))
        .isEqualTo(
            "Grant roles/run.invoker, which holds the permission run.routes.invoke, on the service"
                + " to the account that the token names: `gcloud run services"
                + " add-iam-policy-binding backend --region=us-central1 --project=acme-staging"
                + " --member=serviceAccount:ACCOUNT --role=roles/run.invoker`.");
  }

  @Test
  void aTokenForTheWrongAudienceNamesTheOneWanted() {
    assertThat(advice(idToken(Optional.of("https://wrong.example")), 401))
        .isEqualTo(
            "The token is made out to https://wrong.example; the service wants"
                + " https://backend-abc.a.run.app or https://backend.example.com: correct or leave"
                + " out `audience` of `auth`.");
    assertThat(advice(ID_TOKEN, 401)).contains("as the service wants it").contains("clock");
  }

  @Test
  void aBearerTokenThatIsNotTakenIsNotShown() {
    Auth bearer =
        new Auth(
            Auth.Type.BEARER,
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Secret("s3cret-token")));
    assertThat(advice(bearer, 401)).contains("`auth`").doesNotContain("s3cret");
  }

  /** Users are meant to be let in: that they are not is what the check is for. */
  @Test
  void withoutAProofARefusalIsTheAnswer() {
    Evaluation evaluation =
        Revisions.evaluate(
            at(At.SERVICE), Revisions.context(Revisions.tagged()), look -> null, page(403));
    assertThat(evaluation.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(evaluation.assertions().get(0).settle())
        .hasValueSatisfying(text -> assertThat(text).contains("`target.auth: id-token`"));
  }

  @Test
  void aRefusalOfTheApplicationsOwnIsItsAnswer() {
    Evaluation evaluation =
        Revisions.evaluate(
            at(At.SERVICE),
            Revisions.context(Revisions.tagged(), ID_TOKEN),
            look -> null,
            Answers.status(401));
    assertThat(evaluation.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(evaluation.headline()).isEqualTo("401, expected 2xx");
  }
}

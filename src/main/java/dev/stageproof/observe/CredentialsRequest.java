package dev.stageproof.observe;

import dev.stageproof.spi.Diagnosis;
import dev.stageproof.spi.Request;
import java.util.List;

/** Looks for the credentials that Google's clients would find. No token is asked for or kept. */
public record CredentialsRequest() implements Request<CredentialsObservation> {

  @Override
  public String kind() {
    return "credentials";
  }

  @Override
  public String subject() {
    return "credentials";
  }

  @Override
  public Class<CredentialsObservation> observationType() {
    return CredentialsObservation.class;
  }

  @Override
  public List<String> reproduce() {
    return List.of("gcloud auth application-default print-access-token >/dev/null && echo found");
  }

  @Override
  public String whom() {
    return "this machine";
  }

  @Override
  public List<Diagnosis> diagnose(CredentialsObservation seen) {
    return List.of(Diagnosis.ok(seen.words()));
  }
}

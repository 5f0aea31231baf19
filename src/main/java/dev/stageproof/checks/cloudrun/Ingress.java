package dev.stageproof.checks.cloudrun;

import dev.stageproof.model.Doc;

/** Where requests to the service may come from. */
public enum Ingress {
  @Doc("From anywhere.")
  ALL("ALL"),
  @Doc("From the VPC networks and Google services that Cloud Run calls internal.")
  INTERNAL("INTERNAL_ONLY"),
  @Doc("From there, and through a load balancer.")
  INTERNAL_AND_CLOUD_LOAD_BALANCING("INTERNAL_LOAD_BALANCER"),
  @Doc("From nowhere.")
  NONE("NONE");

  private final String constant;

  Ingress(String constant) {
    this.constant = constant;
  }

  /** True when the API's constant is this one. */
  boolean is(String seen) {
    return constant.equals(seen);
  }

  /** The API's constant as gcloud and configurations write it. */
  static String words(String constant) {
    for (Ingress ingress : values()) {
      if (ingress.is(constant)) {
        return Plain.word(ingress.name());
      }
    }
    return Plain.word(constant);
  }
}

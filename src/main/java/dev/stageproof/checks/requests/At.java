package dev.stageproof.checks.requests;

import dev.stageproof.model.Doc;

/** At which of the service's addresses a check asks. */
public enum At {
  @Doc("The service's own address, as users do; who answers there depends on the traffic.")
  SERVICE,
  @Doc("The address of the revision under test, which a tag gives it.")
  REVISION,
  @Doc("Both; every expectation holds for each of them.")
  BOTH
}

package dev.stageproof.spi;

/**
 * An IAM permission that a request needs.
 *
 * @param name "run.services.get"
 * @param role the narrowest predefined role that grants it: "roles/run.viewer"
 */
public record Permission(String name, String role) {}

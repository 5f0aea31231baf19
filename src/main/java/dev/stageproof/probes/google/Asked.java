package dev.stageproof.probes.google;

import dev.stageproof.model.Gap;
import dev.stageproof.spi.Permission;

/**
 * What is asked of which API: all that the text of a failure needs to be useful.
 *
 * @param permission the access that the call needs
 * @param missing what a NOT_FOUND means here
 * @param whenSlow what to do when no answer comes in time
 */
public record Asked(
    GoogleApi api, String project, Permission permission, Gap missing, String whenSlow) {}

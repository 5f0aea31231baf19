package dev.stageproof.observe;

import java.util.Optional;

/**
 * What surrounds the program of a Cloud Run job.
 *
 * @param likeRevision whether the job gets what the revision has: variables, secrets, volumes,
 *     resources, network and service account
 * @param serviceAccount goes over the revision's; Cloud Run's default when neither is given
 * @param cpu goes over the revision's: "1"
 * @param memory goes over the revision's: "512Mi"
 */
public record JobShape(
    boolean likeRevision,
    Optional<String> serviceAccount,
    Optional<String> cpu,
    Optional<String> memory) {}

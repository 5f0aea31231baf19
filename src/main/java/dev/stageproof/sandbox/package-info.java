/**
 * A staging environment inside the process, on loopback, for {@code demo} and for tests: a service
 * over HTTP/1.1 with WebSocket and over HTTP/2 with the gRPC health protocol, open or private, the
 * Cloud Run Admin API v2 and the Cloud Logging API v2 over plaintext gRPC, what gcloud asks of both
 * in JSON over HTTP as well, and a metadata server with tokens for a private service. Jobs can be
 * created, and their commands run as processes of this machine where that was allowed. Google's own
 * clients and gcloud talk to it; the log filter language is evaluated for real.
 *
 * <p>Floor 3: sees {@code model} only. What it shows comes from scenario files, see {@link
 * dev.stageproof.sandbox.Scenario}.
 */
package dev.stageproof.sandbox;

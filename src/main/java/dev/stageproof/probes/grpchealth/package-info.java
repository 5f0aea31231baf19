/**
 * Looks at the health of gRPC servers, with grpc-java.
 *
 * <p>Floor 3: sees {@code probes.google}, {@code probes.reach}, {@code observe}, {@code spi} and
 * {@code model}. One channel for each look, which does not try again by itself and is closed before
 * the look ends.
 */
package dev.stageproof.probes.grpchealth;

/**
 * The check type {@code grpc-health}: a gRPC server says that it is well, by the standard health
 * protocol.
 *
 * <p>Floor 3: sees {@code checks.requests}, {@code observe}, {@code spi} and {@code model}. Pure.
 */
package dev.stageproof.checks.grpchealth;

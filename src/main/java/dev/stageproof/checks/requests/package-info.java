/**
 * What check types share that send requests of their own: how an address and headers are written,
 * at which of the service's addresses is asked and which revision has to have answered there, how
 * answers are added up, and what a refusal at the door means.
 *
 * <p>Floor 3, below {@code checks.http}, {@code checks.websocket} and {@code checks.grpchealth}:
 * sees {@code observe}, {@code spi} and {@code model}. Pure.
 */
package dev.stageproof.checks.requests;

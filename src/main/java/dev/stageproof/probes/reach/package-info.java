/**
 * What probes share that open connections by HTTP: why there was no answer, in one line, and what
 * to do about it.
 *
 * <p>Floor 3, below {@code probes.http}, {@code probes.websocket} and {@code probes.grpchealth}:
 * sees {@code model}.
 */
package dev.stageproof.probes.reach;

/**
 * What check types share that send requests of their own: how an address and headers are written.
 *
 * <p>Floor 3, below {@code checks.http} and {@code checks.websocket}: sees {@code spi} and {@code
 * model}.
 */
package dev.stageproof.checks.requests;

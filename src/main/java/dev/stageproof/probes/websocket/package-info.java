/**
 * Looks at WebSocket services, with OkHttp.
 *
 * <p>Floor 3: sees {@code probes.google}, {@code observe}, {@code spi} and {@code model}. It opens
 * the connections side by side, sends what it is asked to send and keeps what comes, within bounds;
 * every connection is closed before it answers.
 */
package dev.stageproof.probes.websocket;

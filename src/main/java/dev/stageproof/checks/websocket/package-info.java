/**
 * The check type {@code websocket}: a WebSocket service answers as it should, and to each user
 * alone.
 *
 * <p>Floor 3: sees {@code checks.requests}, {@code observe}, {@code spi} and {@code model}. Pure:
 * each expectation of the configuration is a small record that compares itself with what one
 * connection brought.
 */
package dev.stageproof.checks.websocket;

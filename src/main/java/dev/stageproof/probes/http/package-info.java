/**
 * Looks at HTTP servers, with OkHttp.
 *
 * <p>Floor 3: sees {@code probes.google}, {@code observe}, {@code spi} and {@code model}. It
 * answers what was asked and nothing else: a redirect is followed only if the request says so, no
 * answer is asked for again behind the request's back, and credentials stay with the host that they
 * were given for.
 */
package dev.stageproof.probes.http;

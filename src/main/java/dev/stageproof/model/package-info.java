/**
 * The words of stageproof as immutable values: what a run asked, saw and concluded.
 *
 * <p>Floor 0: sees nothing but the JDK. Everything here may be shared between threads. No component
 * is ever null; what may be missing is an {@link java.util.Optional}. Times are UTC instants,
 * lengths of time are {@link java.time.Duration}s.
 */
package dev.stageproof.model;

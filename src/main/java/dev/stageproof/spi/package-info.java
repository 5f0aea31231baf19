/**
 * What a check type, a probe, a target type and a report format have to be; found by {@link
 * java.util.ServiceLoader}.
 *
 * <p>Floor 1: sees {@code model}. The rule of the house: a check plans and evaluates, it never
 * touches the world; a probe observes, it never judges. No value here is ever null.
 */
package dev.stageproof.spi;

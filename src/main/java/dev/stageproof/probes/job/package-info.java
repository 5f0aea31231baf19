/**
 * Runs a program in a revision's image as a Cloud Run job that is created for it: follows its only
 * execution, reads what it wrote from Cloud Logging, and deletes the job whatever happens.
 *
 * <p>Floor 3: sees {@code observe}, {@code spi} and {@code model}, {@code probes.google} and {@code
 * probes.entries}. The log is read by what {@code probes.logging} gives it, because both keep the
 * same quota.
 */
package dev.stageproof.probes.job;

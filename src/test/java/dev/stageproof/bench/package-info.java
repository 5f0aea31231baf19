/** Measures the product at full size by hand; never part of the test run. */
package dev.stageproof.bench;

/** Container images for tests: built in memory, pushed to a registry or written to the disk. */
package dev.stageproof.testing.images;

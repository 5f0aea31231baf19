/**
 * What a run came to, on GitHub: one comment at an issue or pull request, which is rewritten by
 * later runs, and a commit status.
 *
 * <p>Floor 3: sees {@code spi} and {@code model}; found by ServiceLoader.
 */
package dev.stageproof.publish.github;

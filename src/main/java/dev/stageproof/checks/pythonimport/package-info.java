/**
 * The {@code python-import} check: what can be imported, from where, and what can't any more.
 *
 * <p>Floor 3: sees {@code observe}, {@code spi} and {@code model}. One child process imports
 * everything; {@code probe.py} beside this package is what it runs.
 */
package dev.stageproof.checks.pythonimport;

/** What github-action-benchmark takes from harnesses that it doesn't know. */
@NullMarked
package dev.plumbline.analysis.format.action;

import org.jspecify.annotations.NullMarked;

/** {@code plumbline gate}: exits as the project's policy decides about a commit. */
@NullMarked
package dev.plumbline.collector.gate;

import org.jspecify.annotations.NullMarked;

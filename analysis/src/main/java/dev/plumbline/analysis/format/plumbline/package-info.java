/** Plumbline's own form of results, for harnesses whose files aren't read. docs/plumbline-json.md describes it. */
@NullMarked
package dev.plumbline.analysis.format.plumbline;

import org.jspecify.annotations.NullMarked;

/** What a document is, as its content shows. */
@NullMarked
package dev.plumbline.analysis.format.kind;

import org.jspecify.annotations.NullMarked;

/** Folders of results, as one document each. */
@NullMarked
package dev.plumbline.collector.folder;

import org.jspecify.annotations.NullMarked;

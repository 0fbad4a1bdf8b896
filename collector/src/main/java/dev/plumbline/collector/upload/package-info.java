/** {@code plumbline upload}: sends files of results as one run, and shows the outcome. */
@NullMarked
package dev.plumbline.collector.upload;

import org.jspecify.annotations.NullMarked;

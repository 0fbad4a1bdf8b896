/** Archives that tests pack themselves. */
@NullMarked
package dev.plumbline.analysis.format.archive;

import org.jspecify.annotations.NullMarked;

/** The machine that measurements are taken on. */
@NullMarked
package dev.plumbline.collector.machine;

import org.jspecify.annotations.NullMarked;

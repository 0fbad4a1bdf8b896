/** What CI systems say about the current build: one class for each, behind one interface. */
@NullMarked
package dev.plumbline.collector.ci;

import org.jspecify.annotations.NullMarked;

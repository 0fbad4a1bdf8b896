/** {@code plumbline duet}: measures two versions in turns, fork by fork, and judges them in pairs. */
@NullMarked
package dev.plumbline.collector.duet;

import org.jspecify.annotations.NullMarked;

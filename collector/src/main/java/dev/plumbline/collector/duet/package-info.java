/** {@code plumbline duet}: measures two versions alternately, fork by fork, and judges them in pairs. */
@NullMarked
package dev.plumbline.collector.duet;

import org.jspecify.annotations.NullMarked;

/** {@code plumbline rename}: joins renamed benchmarks, so that their history goes on. */
@NullMarked
package dev.plumbline.collector.rename;

import org.jspecify.annotations.NullMarked;

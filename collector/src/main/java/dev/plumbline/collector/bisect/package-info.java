/** {@code plumbline bisect}: finds the commit that made something slower. */
@NullMarked
package dev.plumbline.collector.bisect;

import org.jspecify.annotations.NullMarked;

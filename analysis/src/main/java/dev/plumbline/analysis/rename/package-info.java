/** Benchmarks that go on under other names: the patterns that say so, and the proposals that measured commits make. */
@NullMarked
package dev.plumbline.analysis.rename;

import org.jspecify.annotations.NullMarked;

/** Documents as nobody should write them, for the tests of every format. */
@NullMarked
package dev.plumbline.analysis.format.hostile;

import org.jspecify.annotations.NullMarked;

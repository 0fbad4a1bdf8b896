@NullMarked
package dev.plumbline.analysis.format.asv;

import org.jspecify.annotations.NullMarked;

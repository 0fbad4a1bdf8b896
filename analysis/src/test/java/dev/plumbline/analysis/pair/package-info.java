@NullMarked
package dev.plumbline.analysis.pair;

import org.jspecify.annotations.NullMarked;

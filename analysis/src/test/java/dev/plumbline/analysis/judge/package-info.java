@NullMarked
package dev.plumbline.analysis.judge;

import org.jspecify.annotations.NullMarked;

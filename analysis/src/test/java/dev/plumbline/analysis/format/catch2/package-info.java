@NullMarked
package dev.plumbline.analysis.format.catch2;

import org.jspecify.annotations.NullMarked;

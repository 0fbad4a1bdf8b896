@NullMarked
package dev.plumbline.analysis.format.verdict;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.plumbline.charts.sparkline;

import org.jspecify.annotations.NullMarked;

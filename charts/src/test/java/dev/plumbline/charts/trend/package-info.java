@NullMarked
package dev.plumbline.charts.trend;

import org.jspecify.annotations.NullMarked;

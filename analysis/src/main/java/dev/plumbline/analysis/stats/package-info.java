/** Statistics on plain numbers: shrunken variances, tests, intervals, power, densities. Knows no benchmark and no metric. */
@NullMarked
package dev.plumbline.analysis.stats;

import org.jspecify.annotations.NullMarked;

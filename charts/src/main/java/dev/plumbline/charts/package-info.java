/**
 * Trend charts and sparklines as SVG and PNG. The public types know neither JFreeChart nor Batik; those are details of
 * the package-private classes.
 */
@NullMarked
package dev.plumbline.charts;

import org.jspecify.annotations.NullMarked;

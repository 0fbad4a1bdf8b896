/**
 * What every picture has: colours of a theme, the font, texts made fit for it, marks, and the two kinds of file it becomes. JFreeChart and
 * Batik come in here.
 */
@NullMarked
package dev.plumbline.charts.picture;

import org.jspecify.annotations.NullMarked;

/** Text as people read it: values with units, changes, tables, glyphs, and the escaping of what files contain. */
@NullMarked
package dev.plumbline.analysis.text;

import org.jspecify.annotations.NullMarked;

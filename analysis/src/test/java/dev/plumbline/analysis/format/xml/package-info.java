@NullMarked
package dev.plumbline.analysis.format.xml;

import org.jspecify.annotations.NullMarked;

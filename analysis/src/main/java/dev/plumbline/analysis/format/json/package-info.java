/** Reading JSON token by token, with a place for every rejection. */
@NullMarked
package dev.plumbline.analysis.format.json;

import org.jspecify.annotations.NullMarked;

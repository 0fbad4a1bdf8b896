/** The product as its users meet it: the packaged server and collector, a real repository and real measurements. */
@NullMarked
package dev.plumbline.collector.endtoend;

import org.jspecify.annotations.NullMarked;

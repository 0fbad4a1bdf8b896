/** JSON as the collector reads and writes it: Jackson over records, configured once. */
@NullMarked
package dev.plumbline.collector.json;

import org.jspecify.annotations.NullMarked;

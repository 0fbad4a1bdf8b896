/** JSON as the collector reads and writes it: small documents, whole in memory, without binding to classes. */
@NullMarked
package dev.plumbline.collector.json;

import org.jspecify.annotations.NullMarked;

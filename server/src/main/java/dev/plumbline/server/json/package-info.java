/** JSON: what is written out of records, and records read out of what others wrote. */
@NullMarked
package dev.plumbline.server.json;

import org.jspecify.annotations.NullMarked;

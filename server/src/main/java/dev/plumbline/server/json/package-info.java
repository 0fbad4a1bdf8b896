/** JSON: written from records, and read into records. */
@NullMarked
package dev.plumbline.server.json;

import org.jspecify.annotations.NullMarked;

/** The JSON operations, one file a feature. */
@NullMarked
package dev.plumbline.server.api;

import org.jspecify.annotations.NullMarked;

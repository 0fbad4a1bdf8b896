/** The JSON operations, one file for each feature. */
@NullMarked
package dev.plumbline.server.api;

import org.jspecify.annotations.NullMarked;

/** Tests of what pages show. */
@NullMarked
package dev.plumbline.server.page;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.plumbline.server.baseline;

import org.jspecify.annotations.NullMarked;

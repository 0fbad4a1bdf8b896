@NullMarked
package dev.plumbline.server.forges;

import org.jspecify.annotations.NullMarked;

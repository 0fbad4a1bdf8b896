@NullMarked
package dev.plumbline.server.rename;

import org.jspecify.annotations.NullMarked;

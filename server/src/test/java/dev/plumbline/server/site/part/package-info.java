@NullMarked
package dev.plumbline.server.site.part;

import org.jspecify.annotations.NullMarked;

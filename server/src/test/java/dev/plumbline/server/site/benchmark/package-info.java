@NullMarked
package dev.plumbline.server.site.benchmark;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.plumbline.server.queue;

import org.jspecify.annotations.NullMarked;

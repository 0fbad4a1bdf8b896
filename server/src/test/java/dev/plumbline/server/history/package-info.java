@NullMarked
package dev.plumbline.server.history;

import org.jspecify.annotations.NullMarked;

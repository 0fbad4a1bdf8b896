@NullMarked
package dev.plumbline.server.judging;

import org.jspecify.annotations.NullMarked;

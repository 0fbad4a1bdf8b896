@NullMarked
package dev.plumbline.server.audit;

import org.jspecify.annotations.NullMarked;

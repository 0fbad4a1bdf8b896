@NullMarked
package dev.plumbline.server.pullrequest;

import org.jspecify.annotations.NullMarked;

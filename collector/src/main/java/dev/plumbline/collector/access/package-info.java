/** How a command reaches a project on a server: the options and the token. */
@NullMarked
package dev.plumbline.collector.access;

import org.jspecify.annotations.NullMarked;

/** The forges that host pull requests: one interface, one class each, plain blocking HTTP. */
@NullMarked
package dev.plumbline.forge;

import org.jspecify.annotations.NullMarked;

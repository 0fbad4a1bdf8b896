/** Tests of what programs that speak HTTP agree on. */
@NullMarked
package dev.plumbline.forge.http;

import org.jspecify.annotations.NullMarked;

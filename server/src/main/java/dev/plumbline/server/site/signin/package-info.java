/** Signing in and out. */
@NullMarked
package dev.plumbline.server.site.signin;

import org.jspecify.annotations.NullMarked;

/** Who asks, and what they may: tokens, scopes, and the way from a token to a project. */
@NullMarked
package dev.plumbline.server.auth;

import org.jspecify.annotations.NullMarked;
